#include "simulate/robustness/policy_robustness.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace policy_robustness_test {

const char* const text =
    "policy,run,y,cost\n"
    "lean,1,10,1\nlean,2,0,1\nlean,3,5,1\n"
    "hedge,1,6,2\nhedge,2,4,2\nhedge,3,5,3\n";

TEST(PolicyRobustness, ByHand) {
    const PolicyOutcomes outcomes =
        read_policy_outcomes(read_csv(text, "p.csv"), "y", true, {parse_threshold("y >= 5", "--threshold")});
    EXPECT_EQ(outcomes.policies, (std::vector<std::string>{"lean", "hedge"}));
    const std::vector<PolicyRobustness> all = policy_robustness(outcomes, {.replicates = 200});
    EXPECT_DOUBLE_EQ(all[0].mean.value, 5);
    EXPECT_DOUBLE_EQ(all[0].worst.value, 0);
    EXPECT_DOUBLE_EQ(all[1].worst.value, 4);
    EXPECT_DOUBLE_EQ(all[0].regret_max.value, 4);  // in run 2
    EXPECT_DOUBLE_EQ(all[1].regret_max.value, 4);  // in run 1
    EXPECT_DOUBLE_EQ(all[0].regret_mean.value, 4.0 / 3);
    EXPECT_DOUBLE_EQ(all[0].regret_q90.value, 3.2);  // quantile of 0, 0, 4
    EXPECT_DOUBLE_EQ(all[0].satisficing->value, 2.0 / 3);
    EXPECT_DOUBLE_EQ(all[1].satisficing->value, 2.0 / 3);
    EXPECT_NEAR(all[0].first_by_regret + all[1].first_by_regret, 1, 1e-12);
    EXPECT_LE(*all[0].worst.lower, *all[0].worst.upper);
}

TEST(PolicyRobustness, LessIsBetterTurnsTheSign) {
    const PolicyOutcomes outcomes = read_policy_outcomes(read_csv(text, "p.csv"), "cost", false, {});
    const std::vector<PolicyRobustness> all = policy_robustness(outcomes, {});
    EXPECT_DOUBLE_EQ(all[0].worst.value, -1);
    EXPECT_DOUBLE_EQ(all[1].regret_max.value, 2);
    EXPECT_DOUBLE_EQ(all[0].first_by_regret, 1);
    EXPECT_FALSE(all[0].satisficing);
}

TEST(PolicyRobustness, EveryFaultIsTold) {
    const Table table = read_csv("policy,run,y\na,1,1\na,1,2\nb,2,\n", "p.csv");
    try {
        (void)read_policy_outcomes(table, "y", true, {});
        FAIL();
    } catch (const InputError& error) {
        const std::string message = error.what();
        for (const char* part :
             {"p.csv:3:1: policy 'a' in run '1' stands twice", "p.csv:4:3: policy 'b' in run '2' has no outcome",
              "policy 'a' was not run in '2'", "policy 'b' was not run in '1'"})
            EXPECT_NE(message.find(part), std::string::npos) << message;
    }
    EXPECT_THROW((void)read_policy_outcomes(read_csv("policy,run,y\na,1,1\n", "p.csv"), "y", true, {}), InputError);
    EXPECT_THROW((void)parse_threshold("y > 5", "--threshold"), UsageError);
    EXPECT_THROW((void)parse_threshold(">= 5", "--threshold"), UsageError);
    EXPECT_EQ(parse_threshold("a<=-1e2", "--threshold").value, -100);
}

TEST(PolicyRobustness, ThreadsAndStops) {
    const PolicyOutcomes outcomes = read_policy_outcomes(read_csv(text, "p.csv"), "y", true, {});
    EXPECT_EQ(policy_robustness(outcomes, {.threads = 1})[0].first_by_regret,
              policy_robustness(outcomes, {.threads = 2})[0].first_by_regret);
    expect_stoppable(
        [&](const Work& work) { (void)policy_robustness(outcomes, {.replicates = 400, .threads = 1, .work = work}); });
}

}  // namespace policy_robustness_test
}  // namespace tarazy
