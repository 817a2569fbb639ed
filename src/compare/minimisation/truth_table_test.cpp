#include "compare/minimisation/truth_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace truth_table_test {

Cases four_cases(const std::vector<double>& outcome) {
    Table table;
    const std::vector<std::string> names = {"w", "x", "y", "z"};
    table.add("case", Column(std::span<const std::string>(names)));
    table.add("A", Column(std::vector<double>{1, 1, 0, 0}));
    table.add("B", Column(std::vector<double>{1, 1, 1, 0}));
    table.add("Y", Column(outcome));
    return read_cases(table, {"Y", {"A", "B"}});
}

TEST(TruthTable, ContradictoryRowIsReportedNotCoded) {
    const Cases cases = four_cases({1, 0, 0, 0});
    const TruthTable strict = truth_table(cases, {0.8, 0.4, 0, 1});
    ASSERT_EQ(strict.rows.size(), 3U);
    EXPECT_EQ(strict.rows[2].outcome, RowOutcome::contradiction);
    EXPECT_EQ(strict.rows[2].number, 4U);
    EXPECT_EQ(strict.rows[2].deviant_cases, std::vector<std::size_t>{1});
    EXPECT_EQ(truth_table(cases, {0.8, std::nullopt, 0, 1}).rows[2].outcome, RowOutcome::negative);
}

TEST(TruthTable, ARowWithOneCaseIsARemainderBelowTheCutEvenWithTwoInclusionCuts) {
    const TruthTable table = truth_table(four_cases({1, 1, 1, 0}), {0.9, 0.3, 0, 2});
    EXPECT_EQ(table.rows[0].outcome, RowOutcome::remainder);
    EXPECT_EQ(table.rows[1].outcome, RowOutcome::remainder);
    EXPECT_EQ(table.rows[2].outcome, RowOutcome::positive);
}

}  // namespace truth_table_test
}  // namespace tarazy
