#include "stats/normal.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace normal_test {

// R 4.2: pnorm and qnorm, printed to 15 digits.
TEST(Normal, AgreesWithR) {
    EXPECT_NEAR(normal_cdf(1.96), 0.975002104851780, 1e-15);
    EXPECT_NEAR(normal_cdf(-8) / 6.22096057427178e-16, 1.0, 1e-13);
    EXPECT_NEAR(normal_quantile(0.975), 1.95996398454005, 1e-14);
    EXPECT_NEAR(normal_quantile(0.05), -1.64485362695147, 1e-14);
}

TEST(Normal, QuantileIsTheInverseFromTailToTail) {
    for (double x = -8; x <= 5; x += 0.25) EXPECT_NEAR(normal_quantile(normal_cdf(x)), x, 1e-9) << x;
}

TEST(Normal, CertainEventsLieAtInfinity) {
    EXPECT_TRUE(std::isinf(normal_quantile(0)));
    EXPECT_TRUE(std::isinf(normal_quantile(1)));
}

}  // namespace normal_test
}  // namespace tarazy
