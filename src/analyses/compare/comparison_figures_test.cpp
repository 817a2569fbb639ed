#include "analyses/compare/comparison_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/compare/comparison_result_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace comparison_figures_test {

TEST(ComparisonFigures, SolutionsKeepTheOrderOfConditions) {
    const StudyResult outcome = with_comparison();
    const ReportContext context(outcome, all_chapters());
    const auto figure = solution_figure_data(context, *context.analysis("reversal"));
    EXPECT_EQ(figure["conditions"], (nlohmann::ordered_json{"NORM", "THREAT"}));
    ASSERT_EQ(figure["rows"].size(), 4u);
    EXPECT_EQ(figure["rows"][0][2], "NORM*~THREAT");
    EXPECT_TRUE(figure["rows"][1][6].is_null());  // a whole model has no unique coverage
}

TEST(ComparisonFigures, ScatterNamesTheOutcome) {
    const StudyResult outcome = with_comparison();
    const ReportContext context(outcome, all_chapters());
    const auto figure = xy_figure_data(context, *context.analysis("reversal"));
    EXPECT_EQ(figure["outcome"], "RENOUNCE");
    ASSERT_EQ(figure["rows"].size(), 1u);
    EXPECT_EQ(figure["rows"][0][3], "KAZ");
}

TEST(ComparisonFigures, AnAnalysisWithoutTablesGivesEmptyFigures) {
    StudyResult outcome = with_comparison();
    outcome.analyses.back().tables.clear();
    const ReportContext context(outcome, all_chapters());
    EXPECT_TRUE(solution_figure_data(context, *context.analysis("reversal"))["rows"].empty());
    EXPECT_TRUE(xy_figure_data(context, *context.analysis("reversal"))["rows"].empty());
}

}  // namespace comparison_figures_test
}  // namespace tarazy
