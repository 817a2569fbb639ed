#include "study/claim_cells.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tarazy {
namespace claim_cells_test {

Table example_table() {
    Table table;
    table.add("name", Column(std::vector<std::string>{"a", "b"}));
    table.add("x", Column(std::vector<double>{0.5, std::numeric_limits<double>::quiet_NaN()}));
    table.add("low", Column(std::vector<double>{0.25, 0.1}));
    return table;
}

TEST(AnalysisClaims, AMissingCellIsNoNumber) {
    const Table table = example_table();
    EXPECT_EQ(number_in(table, "x", 0), 0.5);
    EXPECT_FALSE(number_in(table, "x", 1).has_value());
    EXPECT_FALSE(number_in(table, "none", 0).has_value());
    EXPECT_FALSE(number_in(table, "name", 0).has_value());
    EXPECT_EQ(text_in(table, "x", 1), "");
    EXPECT_EQ(text_in(table, "none", 1), "");
}

TEST(AnalysisClaims, IntervalsAndQuantilesNeedAllTheirCells) {
    const Table table = example_table();
    EXPECT_EQ(interval_in(table, 0, "low", "x", 0.9, "bootstrap")->upper, 0.5);
    EXPECT_FALSE(interval_in(table, 1, "low", "x", 0.9, "bootstrap").has_value());
    EXPECT_EQ(quantiles_in(table, 0, {{0.05, "low"}, {0.95, "x"}}).size(), 2u);
    EXPECT_TRUE(quantiles_in(table, 1, {{0.05, "low"}, {0.95, "x"}}).empty());
}

TEST(AnalysisClaims, FilesAreWrittenAsAShellReadsThem) {
    AnalysisPlan plan;
    plan.inputs = {{"votes", "v", {"$TARAZY_DATA/a.csv", "my data/b\".csv"}}};
    EXPECT_EQ(file_option(plan, "--votes", "votes"), " --votes $TARAZY_DATA/a.csv \"my data/b\\\".csv\"");
    EXPECT_EQ(file_option(plan, "--ties", "ties"), "");
    ASSERT_EQ(uses(plan, "all rows").size(), 1u);
    EXPECT_EQ(uses(plan, "all rows")[0].key, "v");
}

TEST(AnalysisClaims, TablesAreFoundByName) {
    const std::vector<ResultTable> tables = {{"", example_table()}, {"summary", Table{}}};
    EXPECT_EQ(find_table(tables, ""), &tables[0].table);
    EXPECT_EQ(find_table(tables, "none"), nullptr);
}

TEST(AnalysisClaims, NumbersOfOthersAreWorkedOutBesideTestedOnes) {
    AnalysisPlan plan;
    plan.id = "control";
    plan.tested = {"mean_effect.2012-2016"};
    EXPECT_TRUE(read_by_a_test(plan, {"UZB", "", "mean_effect", {}, "2012-2016"}));
    EXPECT_TRUE(read_by_a_test(plan, {"", "", "mean_effect", {}, "2012-2016"}));
    EXPECT_FALSE(read_by_a_test(plan, {"UZB", "", "effect", {}, "2012"}));
}

}  // namespace claim_cells_test
}  // namespace tarazy
