#include "analyses/trace/counterfactual_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace counterfactual_figures_test {

TEST(CounterfactualFigures, PathsOfAllStatesAndTheYearOfTheEvent) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figures = synth_figures(context, *context.analysis("control"));
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0]["from"], 2012);
    EXPECT_EQ(figures[0]["rows"].size(), 96u);
    EXPECT_TRUE(figures[0]["rows"][0][5].is_null()) << "no interval before the event";
    EXPECT_FALSE(figures[0]["rows"][7][5].is_null());
    EXPECT_TRUE(synth_figures(context, *context.analysis("control_short")).empty());
}

TEST(CounterfactualFigures, LinesAndMeansOfBothSides) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto lines = its_figures(context, *context.analysis("break")),
               means = contrast_figures(context, *context.analysis("contrast"));
    EXPECT_EQ(lines[0]["at"], 2012);
    EXPECT_FALSE(lines[0]["rows"][0][4].is_null());
    EXPECT_EQ(means[0]["at"], 2012);
    EXPECT_TRUE(means[0]["rows"][0][4].is_null());
    EXPECT_EQ(means[0]["rows"][0][3], means[0]["rows"][1][3]) << "one mean a window";
}

}  // namespace counterfactual_figures_test
}  // namespace tarazy
