#include "analyses/network/knockout_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace knockout_figures_test {

TEST(KnockoutFigures, AreOfTheFocus) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figures = knockout_figures(context, *context.analysis("knockout"));
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0]["id"], "knockout-knockout");
    ASSERT_EQ(figures[0]["rows"].size(), 3u) << "ONE, TWO, and both; THREE carries nothing here";
    EXPECT_EQ(figures[0]["rows"][2][0], nlohmann::ordered_json({"ONE", "TWO"}));
    EXPECT_EQ(figures[0]["rows"][2][2], 2);
    EXPECT_EQ(figures[0]["rows"][0][5], 1.5);
    EXPECT_TRUE(knockout_figures(context, AnalysisResult{}).empty());
}

}  // namespace knockout_figures_test
}  // namespace tarazy
