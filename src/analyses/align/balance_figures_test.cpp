#include "analyses/align/balance_figures.hpp"

#include "analyses/align/balance_result_test.hpp"
#include "analyses/all_methods.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace balance_figures_test {

TEST(BalanceFigures, CarryDecompositionAndLabels) {
    const StudyResult result = with_balance();
    const ReportContext context(result, all_chapters());
    const auto hedge = hedge_figure_data(context, *context.analysis("hedge"));
    ASSERT_EQ(hedge["rows"].size(), 2u);
    EXPECT_EQ(hedge["rows"][0][2], 0.9);
    EXPECT_EQ(hedge["rows"][0][7], "aligned:RUS");
    EXPECT_EQ(hedge["rows"][1][8], "imports");
    EXPECT_TRUE(hedge["rows"][0][5].is_null());  // h_within is not in the table: missing, not zero
}

TEST(BalanceFigures, WithoutItsTablesTheHedgeHasNoRowsInsteadOfStoppingTheScript) {
    StudyResult result = with_balance();
    for (AnalysisResult& analysis : result.analyses) analysis.tables.clear();
    const ReportContext context(result, all_chapters());
    EXPECT_EQ(hedge_figure_data(context, *context.analysis("hedge")).at("rows"), nlohmann::ordered_json::array());
}

TEST(BalanceFigures, CloserNamesBothPolesAndLeavesOtherQuantitiesOut) {
    const StudyResult result = with_balance();
    const ReportContext context(result, all_chapters());
    const auto closer = closer_figure_data(context, *context.analysis("points"));
    ASSERT_EQ(closer["rows"].size(), 1u);
    EXPECT_EQ(closer["rows"][0][2], "RUS");
    EXPECT_EQ(closer["rows"][0][3], "CHN");
    EXPECT_EQ(closer["rows"][0][4], 0.97);
}

TEST(BalanceFigures, PositionsSayWhoIsAPole) {
    const StudyResult result = with_balance();
    const ReportContext context(result, all_chapters());
    const auto positions = positions_figure_data(context, *context.analysis("points"));
    ASSERT_EQ(positions["rows"].size(), 1u);
    EXPECT_EQ(positions["rows"][0][0], "RUS");
    EXPECT_EQ(positions["rows"][0][1], "pole");
    EXPECT_TRUE(positions["rows"][0][4].is_null());  // no interval in this table
}

}  // namespace balance_figures_test
}  // namespace tarazy
