#include "trace/counterfactual/conformal.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"
#include "stats/normal.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace conformal_test_cases {

/// Nothing was done but for `effect` added to every period of the treatment.
DonorPanel random_panel(std::uint64_t seed, std::size_t pre, std::size_t post, double effect) {
    Random random(seed, "panels of the conformal test", 0);
    DonorPanel panel;
    panel.treated = "A";
    panel.pre = pre;
    for (std::size_t t = 0; t < pre + post; ++t) panel.times.push_back(static_cast<std::int64_t>(t));
    panel.actual.assign(pre + post, 0.0);
    for (int j = 0; j < 3; ++j) {
        panel.donors.push_back(std::string(1, static_cast<char>('B' + j)));
        std::vector<double>& values = panel.outcomes.emplace_back();
        for (std::size_t t = 0; t < pre + post; ++t) {
            values.push_back(normal_quantile(random.uniform()));
            panel.actual[t] += values.back() / 3;
        }
    }
    for (std::size_t t = 0; t < pre + post; ++t)
        panel.actual[t] += 0.3 * normal_quantile(random.uniform()) + (t >= pre ? effect : 0);
    return panel;
}

TEST(Conformal, ALargeEffectHasTheSmallestPossiblePAndASetAroundIt) {
    const ConformalTest found = conformal_test(random_panel(1, 19, 1, 5));
    EXPECT_NEAR(found.p, 1.0 / 20, 1e-12);
    EXPECT_NEAR(found.least_p, 1.0 / 20, 1e-12);
    const ConformalSet& set = found.periods.at(0);
    EXPECT_NEAR(set.p_zero, 1.0 / 20, 1e-12);
    ASSERT_TRUE(set.lower && set.upper);
    EXPECT_LE(*set.lower, set.estimate);
    EXPECT_GE(*set.upper, set.estimate);
    EXPECT_GT(*set.lower, 3);
    EXPECT_LT(*set.upper, 7);
    ASSERT_TRUE(found.mean);
    EXPECT_NEAR(found.mean->estimate, set.estimate, 1e-12) << "one period is its own mean";
}

TEST(Conformal, UnderNoEffectPIsNotTooOftenSmall) {
    std::size_t small = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed)
        small += conformal_test(random_panel(100 + seed, 9, 1, 0)).periods[0].p_zero <= 0.1 ? 1 : 0;
    EXPECT_LE(small, 34u) << "binomial(200, 0.1): more than 34 in less than 1 of 500 runs";
}

TEST(Conformal, TooFewPeriodsToEverRejectAreSaid) {
    const ConformalTest found = conformal_test(random_panel(2, 5, 2, 50));
    const ConformalSet& set = found.periods.at(0);
    EXPECT_FALSE(set.lower || set.upper);
    EXPECT_EQ(set.unbounded,
              "with 5 periods before it p is never below 0.166: no effect could be rejected at this level; it needs 9");
    ASSERT_TRUE(found.mean);
    EXPECT_NE(found.mean->unbounded.find("with 2 periods before it"), std::string::npos);
    const ConformalTest longer = conformal_test(random_panel(2, 4, 6, 0));
    EXPECT_FALSE(longer.mean);
    EXPECT_NE(longer.no_mean.find("there is no block of that length"), std::string::npos);
}

TEST(Conformal, AnExactFitRejectsNothingByRounding) {
    DonorPanel panel = random_panel(3, 12, 1, 0);
    for (std::size_t t = 0; t < 13; ++t) panel.actual[t] = (panel.outcomes[0][t] + panel.outcomes[1][t]) / 2;
    const ConformalTest found = conformal_test(panel);
    EXPECT_EQ(found.p, 1);
    ASSERT_TRUE(found.periods[0].lower);
    EXPECT_LE(*found.periods[0].lower, *found.periods[0].upper);
}

TEST(Conformal, TheSameAtAnyNumberOfThreadsAndStoppable) {
    const DonorPanel panel = random_panel(4, 12, 4, 1);
    ConformalOptions options;
    options.threads = 1;
    const ConformalTest one = conformal_test(panel, options);
    options.threads = 3;
    const ConformalTest three = conformal_test(panel, options);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(one.periods[i].lower, three.periods[i].lower);
    expect_stoppable([&](const Work& work) {
        ConformalOptions stoppable;
        stoppable.work = work;
        (void)conformal_test(panel, stoppable);
    });
}

}  // namespace conformal_test_cases
}  // namespace tarazy
