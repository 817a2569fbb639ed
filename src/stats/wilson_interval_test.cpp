#include "stats/wilson_interval.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace wilson_interval_test {

TEST(WilsonInterval, OfAllAndOfNoneIsNoPoint) {
    const double z2 = 3.841458820694124;
    EXPECT_NEAR(wilson_interval(16, 16, 0.95).lower, 16 / (16 + z2), 1e-9);
    EXPECT_EQ(wilson_interval(16, 16, 0.95).upper, 1);
    EXPECT_EQ(wilson_interval(0, 16, 0.95).lower, 0);
    EXPECT_NEAR(wilson_interval(0, 16, 0.95).upper, z2 / (16 + z2), 1e-9);
}

TEST(WilsonInterval, HoldsTheShareItself) {
    for (const double n : {1.0, 7.0, 20.0, 1999.0})
        for (const double met : {0.0, 1.0, n - 1, n})
            for (const double level : {0.5, 0.8, 0.9, 0.999}) {
                const WilsonInterval interval = wilson_interval(met, n, level);
                EXPECT_LE(interval.lower, met / n);
                EXPECT_GE(interval.upper, met / n);
            }
}

TEST(WilsonInterval, EndsAreWhereTheScoreTestJustRejects) {
    // At either end p0 the score (p - p0)/sqrt(p0 (1 - p0)/n) is the quantile itself: the interval's definition.
    const WilsonInterval interval = wilson_interval(7, 20, 0.9);
    const double z2 = 1.6448536269514722 * 1.6448536269514722, p = 7.0 / 20;
    for (const double end : {interval.lower, interval.upper})
        EXPECT_NEAR((p - end) * (p - end) / (end * (1 - end) / 20), z2, 1e-8);
}

}  // namespace wilson_interval_test
}  // namespace tarazy
