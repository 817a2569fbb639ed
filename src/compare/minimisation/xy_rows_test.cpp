#include "compare/minimisation/xy_rows.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace xy_rows_test {

Cases two_cases() {
    Cases cases;
    cases.space = PropertySpace({{"A"}, {"B"}});
    cases.names = {"KAZ", "UZB"};
    cases.membership = {{1, 0.33}, {0.67, 0}};
    cases.outcome = {1, 0.2};
    return cases;
}

TEST(XyRows, WholeModelsThenTheirTerms) {
    const Cases cases = two_cases();
    Solution solution;
    const Literals a = cases.space.literal(0, 1), b = cases.space.literal(1, 1);
    solution.models = {{a, b}, {a | b}};
    const Table rows = xy_rows(cases, {{"parsimonious", solution}}, 1);  // the second model is one too many
    ASSERT_EQ(rows.rows(), 6u);
    EXPECT_TRUE(rows["term"].missing(0));
    EXPECT_EQ(rows["term"].display(2), "A");
    EXPECT_EQ(rows["term"].display(4), "B");
    EXPECT_EQ(rows["x"].real(4), 0.67);
    EXPECT_EQ(rows["y"].real(5), 0.2);
    EXPECT_EQ(rows["model"].integer(5), 1);
}

TEST(XyRows, OfAnExpression) {
    const Cases cases = two_cases();
    const Table rows = xy_rows(cases, "~B", {cases.space.literal(1, 0)});
    ASSERT_EQ(rows.rows(), 2u);
    EXPECT_EQ(rows["solution"].display(0), "expression");
    EXPECT_EQ(rows["term"].display(1), "~B");
    EXPECT_EQ(rows["x"].real(1), 1.0);
}

}  // namespace xy_rows_test
}  // namespace tarazy
