#include "analyses/compare/comparison_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/compare/comparison_result_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace comparison_figures_test {

TEST(ComparisonFigures, SolutionsKeepTheOrderOfConditions) {
    const StudyResult outcome = with_comparison();
    const ReportContext context(outcome, all_chapters());
    const auto figure = solution_figure_data(context, *context.analysis("reversal"));
    EXPECT_EQ(figure["conditions"], (nlohmann::ordered_json{"NORM", "THREAT", "PACT"}));
    const auto& rows = figure["rows"];
    ASSERT_GE(rows.size(), 3u);
    const std::string term = rows[0][2];
    EXPECT_EQ(term.find('+'), std::string::npos);
    EXPECT_FALSE(rows[0][6].is_null());
    const auto whole = std::ranges::find_if(
        rows, [](const auto& row) { return row[2].template get<std::string>().find(" + ") != std::string::npos; });
    ASSERT_NE(whole, rows.end());
    EXPECT_TRUE((*whole)[6].is_null());  // a whole model has no unique coverage
}

TEST(ComparisonFigures, ScatterNamesTheOutcome) {
    const StudyResult outcome = with_comparison();
    const ReportContext context(outcome, all_chapters());
    const auto figure = xy_figure_data(context, *context.analysis("reversal"));
    EXPECT_EQ(figure["outcome"], "GAVE_UP");
    ASSERT_GE(figure["rows"].size(), 7u);
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
