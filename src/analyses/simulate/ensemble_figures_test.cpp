#include "analyses/simulate/ensemble_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace ensemble_figures_test {

TEST(EnsembleFigures, FanHasAYearOfEveryPolicyAndOutcome) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figures = ensemble_figures(context, *context.analysis("grows"));
    ASSERT_EQ(figures.size(), 2u);
    EXPECT_EQ(figures[0]["kind"], "fan");
    EXPECT_EQ(figures[0]["rows"].size(), 16u);
    EXPECT_EQ(figures[1]["rows"].size(), 6u);
}

TEST(EnsembleFigures, NoResultIsNoFigure) {
    const ReportContext context(every_method_result(), all_chapters());
    AnalysisResult empty = *context.analysis("grows");
    empty.tables = {{"", {}}};
    EXPECT_TRUE(ensemble_figures(context, empty).empty());
}

}  // namespace ensemble_figures_test
}  // namespace tarazy
