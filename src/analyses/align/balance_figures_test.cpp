#include "analyses/align/balance_figures.hpp"

#include "analyses/align/balance_result_test.hpp"
#include "analyses/all_methods.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace tarazy {
namespace balance_figures_test {

TEST(BalanceFigures, CarryDecompositionAndLabels) {
    const StudyResult result = with_balance();
    const ReportContext context(result, all_chapters());
    const auto hedge = hedge_figure_data(context, *context.analysis("hedge"));
    const auto& rows = hedge["rows"];
    const auto row_of = [&](const std::string& state, int year) {
        return *std::ranges::find_if(rows, [&](const auto& row) { return row[0] == state && row[1] == year; });
    };
    const auto first = row_of("KAZ", 2005), last = row_of("KAZ", 2016);
    EXPECT_NEAR(first[2].get<double>(), first[5].get<double>() + first[6].get<double>(), 1e-2);
    EXPECT_EQ(first[7], "specialised");
    EXPECT_EQ(first[8], "");
    EXPECT_EQ(last[8], "imports");
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
    ASSERT_FALSE(closer["rows"].empty());
    for (const auto& row : closer["rows"]) {
        EXPECT_NE(row[2], row[3]);
        EXPECT_GE(row[4].get<double>(), 0);
        EXPECT_LE(row[4].get<double>(), 1);
    }
    EXPECT_EQ(closer["rows"][0][2], "RUS");
    EXPECT_EQ(closer["rows"][0][3], "CHN");
}

TEST(BalanceFigures, PositionsSayWhoIsAPole) {
    const StudyResult result = with_balance();
    const ReportContext context(result, all_chapters());
    const auto positions = positions_figure_data(context, *context.analysis("points"));
    std::set<std::pair<std::string, std::string>> roles;
    for (const auto& row : positions["rows"]) roles.emplace(row[0].get<std::string>(), row[1].get<std::string>());
    EXPECT_TRUE(roles.contains({"KAZ", "focus"}));
    EXPECT_TRUE(roles.contains({"UZB", "comparison"}));
    EXPECT_TRUE(roles.contains({"WEST", "pole"}));
}

}  // namespace balance_figures_test
}  // namespace tarazy
