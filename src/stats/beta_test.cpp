#include "stats/beta.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace beta_test {

struct Case {
    double at, a, b, expected;
};

// R 4.2.2: pbeta(x, a, b), printed with 16 digits.
TEST(Beta, DistributionFunctionAgreesWithR) {
    for (const auto& [x, a, b, expected] :
         {Case{0.3, 2, 3, 0.3482999999999999}, Case{0.5, 0.5, 0.5, 0.5}, Case{0.01, 0.7, 12, 0.2364620047134082},
          Case{0.05, 201, 3801, 0.4826460189482902}, Case{0.06, 721.5, 13680.5, 0.999999872607686},
          Case{0.999, 40, 1.2, 0.9812738981499574}}) {
        EXPECT_NEAR(beta_cdf(x, a, b), expected, 1e-11) << x << ' ' << a << ' ' << b;
    }
}

// R 4.2.2: qbeta(p, a, b), printed with 16 digits.
TEST(Beta, QuantileAgreesWithR) {
    for (const auto& [p, a, b, expected] :
         {Case{0.1586553, 2, 3, 0.1853011373415641}, Case{0.1586553, 20.3, 361.7, 0.04174607147732193},
          Case{0.8413447, 20.3, 361.7, 0.06454056068604441}, Case{0.8413447, 721.5, 13680.5, 0.0519146051544821},
          Case{0.01, 0.5, 0.5, 0.0002467198171342215}, Case{0.9, 1, 1, 0.9},
          Case{0.5, 13681, 721, 0.9499583353450652}}) {
        EXPECT_NEAR(beta_quantile(p, a, b), expected, 1e-12) << p << ' ' << a << ' ' << b;
    }
}

TEST(Beta, QuantileIsTheInverse) {
    for (const double a : {0.2, 1.0, 5.0, 3000.0}) {
        for (const double b : {0.7, 1.0, 40.0, 1000.0}) {
            for (const double p : {1e-6, 0.05, 0.5, 0.84, 0.999}) {
                // Where the density is steep at 1, no double lies at the quantile.
                if (b < 1 && p > 0.9) continue;
                EXPECT_NEAR(beta_cdf(beta_quantile(p, a, b), a, b), p, 1e-10) << p << ' ' << a << ' ' << b;
            }
        }
    }
}

TEST(Beta, MirrorsItself) {
    for (const double x : {0.001, 0.2, 0.5, 0.93}) {
        EXPECT_NEAR(beta_cdf(x, 3.5, 60), 1 - beta_cdf(1 - x, 60, 3.5), 1e-14);
    }
}

TEST(Beta, EndsOfTheRange) {
    EXPECT_EQ(beta_cdf(0, 2, 3), 0);
    EXPECT_EQ(beta_cdf(1, 2, 3), 1);
    EXPECT_EQ(beta_quantile(0, 2, 3), 0);
    EXPECT_EQ(beta_quantile(1, 2, 3), 1);
}

}  // namespace beta_test
}  // namespace tarazy
