#include "simulate/robustness/robustness_table.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace robustness_table_test {

TEST(RobustnessTable, RanksAndSigns) {
    const Table runs = read_csv("policy,run,y,c\na,1,10,1\na,2,0,9\nb,1,6,2\nb,2,4,3\nc,1,1,2\nc,2,1,2\n", "p.csv");
    const PolicyOutcomes outcomes = read_policy_outcomes(runs, "y", true, {{"y", true, 4}});
    const std::vector<PolicyRobustness> policies = policy_robustness(outcomes, {.replicates = 50});
    const Table table = robustness_table(outcomes, policies, true);
    EXPECT_EQ(table["policy"].display(1), "b");
    EXPECT_EQ(*table["worst"].real(1), 4);
    EXPECT_EQ(*table["rank_worst"].integer(1), 1);
    EXPECT_EQ(*table["rank_regret_max"].integer(0), 1);
    EXPECT_EQ(*table["rank_regret_max"].integer(1), 1) << "ties share the better rank";
    EXPECT_EQ(*table["rank_regret_max"].integer(2), 3);
    EXPECT_EQ(*table["satisficing"].real(1), 1);
    EXPECT_FALSE(robustness_notes(outcomes, policies).empty());

    const PolicyOutcomes costs = read_policy_outcomes(runs, "c", false, {});
    const Table turned = robustness_table(costs, policy_robustness(costs, {.replicates = 50}), false);
    EXPECT_EQ(*turned["worst"].real(0), 9);
    EXPECT_LE(*turned["worst_lower"].real(0), *turned["worst_upper"].real(0));
    EXPECT_TRUE(turned["satisficing"].missing(0));
    EXPECT_TRUE(turned["rank_satisficing"].missing(0));
}

}  // namespace robustness_table_test
}  // namespace tarazy
