#include "trace/breaks/break_interval.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace break_interval_test {

TEST(BreakInterval, TheDistributionIsOneAndSymmetricWhereTheSidesAreAlike) {
    EXPECT_NEAR(break_date_cdf(0, 1, 1), 0.5, 1e-12);
    // Critical values of Yao (1987), which Bai (1997) repeats: 7 for 90 %, 11 for 95 % of both sides.
    EXPECT_NEAR(break_date_cdf(7.687, 1, 1) - break_date_cdf(-7.687, 1, 1), 0.90, 1e-3);
    EXPECT_NEAR(break_date_cdf(11.033, 1, 1) - break_date_cdf(-11.033, 1, 1), 0.95, 1e-3);
    for (const double x : {0.5, 3.0, 40.0, 3000.0})
        EXPECT_NEAR(break_date_cdf(x, 1, 1), 1 - break_date_cdf(-x, 1, 1), 1e-12);
}

TEST(BreakInterval, TheDistributionIsContinuousAndRises) {
    for (const double xi : {0.3, 1.0, 4.0}) {
        for (const double phi : {0.2, 1.0, 7.0}) {
            EXPECT_NEAR(break_date_cdf(-1e-9, xi, phi), break_date_cdf(0, xi, phi), 1e-4);
            EXPECT_NEAR(break_date_cdf(0, xi, phi), xi / (phi + xi), 1e-12);
            double last = 0;
            for (double x = -50; x <= 50; x += 0.25) {
                const double now = break_date_cdf(x, xi, phi);
                EXPECT_GE(now, last - 1e-9) << x;
                last = now;
            }
            EXPECT_GT(break_date_cdf(1e4, xi, phi), 1 - 1e-9);
        }
    }
}

TEST(BreakInterval, WithoutResidualsTheBreakIsCertain) {
    const std::vector<double> a = {1, 1, 1}, b = {4, 4, 4}, noisy = {4, 5, 3, 4};
    const std::optional<BreakInterval> interval =
        break_interval(segment_line(a, {}, false), segment_line(b, {}, false), 3, 0.95);
    ASSERT_TRUE(interval.has_value());
    EXPECT_EQ(interval->lower, 3);
    EXPECT_EQ(interval->upper, 3);
    EXPECT_FALSE(break_interval(segment_line(a, {}, false), segment_line(noisy, {}, false), 3, 0.95).has_value());
}

}  // namespace break_interval_test
}  // namespace tarazy
