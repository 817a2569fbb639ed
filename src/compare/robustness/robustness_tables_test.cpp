#include "compare/robustness/robustness_tables.hpp"

#include "table/table_parts.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tarazy {
namespace robustness_tables_test {

/// A, or B, is enough for the outcome; the third case could be coded otherwise.
Cases few_cases() {
    Cases cases;
    cases.space = PropertySpace({{"A"}, {"B"}});
    cases.names = {"KAZ", "UKR", "BLR", "ZAF"};
    cases.membership = {{1, 1, 0, 0}, {1, 0, 1, 0}};
    cases.outcome = {1, 1, 1, 0};
    return cases;
}

Sweep swept(const Cases& cases) {
    const std::vector<ContestableCell> cells = {{2, 2, 1, {0}}};
    return sweep(cases, cells, {}, CutGrid{{1}, {0}, {1}}, {parse_statement("models stay", cases.space)}, {});
}

TEST(RobustnessTables, SweepRowsCountEveryKindOfThing) {
    const Cases cases = few_cases();
    const Table rows = sweep_rows(cases.space, swept(cases), 100);
    const Table claims = rows_where(rows, "what", "claim"), models = rows_where(rows, "what", "model"),
                terms = rows_where(rows, "what", "term");
    ASSERT_EQ(claims.rows(), 3U);  // of three solution types
    EXPECT_EQ(claims["points"].integer(0), 1);
    EXPECT_EQ(claims["share"].real(0), 0.5);
    EXPECT_EQ(claims["as_coded"].integer(0), 1);
    EXPECT_EQ(rows_where(rows, "what", "points").rows(), 15U);
    EXPECT_TRUE(rows_where(models, "text", "A + B").rows() > 0);
    const Table a = rows_where(terms, "text", "A");
    ASSERT_TRUE(a.rows() > 0);
    EXPECT_EQ(a["points"].integer(0), 2);
    EXPECT_EQ(a["every_model"].integer(0), 2);
    EXPECT_EQ(a["every_share"].real(0), 1.0);
    EXPECT_EQ(claims["prime_implicant"].count_missing(), 3U);
    EXPECT_EQ(claims["prime_share"].count_missing(), 3U);
}

TEST(RobustnessTables, NoMoreModelsAndTermsThanAskedFor) {
    const Cases cases = few_cases();
    const Table rows = sweep_rows(cases.space, swept(cases), 1);
    EXPECT_EQ(rows_where(rows, "what", "model").rows(), 3U);  // one of each solution type
    EXPECT_EQ(rows_where(rows, "what", "term").rows(), 3U);
}

TEST(RobustnessTables, ASweepWithoutPointsHasNoShares) {
    Sweep none;
    none.statements.resize(1);
    const Table rows = sweep_rows(few_cases().space, none, 10);
    EXPECT_EQ(rows["share"].count_missing(), rows.rows());
}

TEST(RobustnessTables, RangesNameTheirSolution) {
    const Table rows =
        cut_range_rows({{SolutionKind::parsimonious, {{"incl", 0.5, 0.8, 1}}}, {SolutionKind::conservative, {}}});
    ASSERT_EQ(rows.rows(), 1U);
    EXPECT_EQ(rows.names, (std::vector<std::string>{"solution", "cut", "above", "value", "up_to"}));
    EXPECT_EQ(rows["solution"].text(0), "parsimonious");
    EXPECT_EQ(rows["up_to"].real(0), 1.0);
}

TEST(RobustnessTables, CellEffectsNameCaseAndColumn) {
    const Table rows = cell_effect_rows(few_cases(), {{1, "B", 0, 1, true, 0, 2}});
    EXPECT_EQ(rows["case"].text(0), "UKR");
    EXPECT_EQ(rows["changes_models"].integer(0), 1);
    EXPECT_EQ(rows["models"].integer(0), 2);
}

TEST(RobustnessTables, WhatAFitLacksIsMissing) {
    RobustnessFit fit;
    fit.consistency = 0.9;
    const Table rows = robustness_fit_row(fit);
    ASSERT_EQ(rows.rows(), 1U);
    EXPECT_EQ(rows["RF_cons"].real(0), 0.9);
    EXPECT_TRUE(rows["RCR_typ"].missing(0));
    EXPECT_EQ(rows["RCR_rank"].integer(0), 1);
}

}  // namespace robustness_tables_test
}  // namespace tarazy
