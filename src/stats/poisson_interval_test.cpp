#include "stats/poisson_interval.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy::poisson_interval_test {
namespace {

TEST(PoissonInterval, AgreesWithGarwoodsTable) {
    EXPECT_EQ(poisson_interval(0, 0.95).lower, 0);
    EXPECT_NEAR(poisson_interval(0, 0.95).upper, -std::log(0.025), 1e-11);
    EXPECT_NEAR(poisson_interval(1, 0.95).lower, -std::log(0.975), 1e-11);
    EXPECT_NEAR(poisson_interval(1, 0.95).upper, 5.5716, 5e-5);
    EXPECT_NEAR(poisson_interval(5, 0.95).lower, 1.6235, 5e-5);
    EXPECT_NEAR(poisson_interval(5, 0.95).upper, 11.6683, 5e-5);
    EXPECT_NEAR(poisson_interval(50, 0.95).lower, 37.1110, 5e-5);
    EXPECT_NEAR(poisson_interval(50, 0.95).upper, 65.9188, 5e-5);
}

TEST(PoissonInterval, TailsAreHalfOfWhatIsOutside) {
    const PoissonInterval interval = poisson_interval(3, 0.9);
    const auto up_to = [](int k, double mean) {
        double term = std::exp(-mean), sum = term;
        for (int j = 1; j <= k; ++j) sum += term *= mean / j;
        return sum;
    };
    EXPECT_NEAR(1 - up_to(2, interval.lower), 0.05, 1e-12);
    EXPECT_NEAR(up_to(3, interval.upper), 0.05, 1e-12);
}

TEST(PoissonInterval, LargeCountsHaveOneToo) {
    const PoissonInterval interval = poisson_interval(1e6, 0.95);
    EXPECT_NEAR(interval.lower, 1e6 - 1.96 * 1e3, 5);
    EXPECT_NEAR(interval.upper, 1e6 + 1.96 * 1e3, 5);
}

}  // namespace
}  // namespace tarazy::poisson_interval_test
