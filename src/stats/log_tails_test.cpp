#include "stats/log_tails.hpp"

#include "stats/gamma.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy::log_tails_test {
namespace {

TEST(LogTails, AreTheTailsWhereThoseCanBeHeld) {
    EXPECT_EQ(log10_chi_square1_upper(0), 0);
    for (const double x : {0.01, 1.0, 3.841458820694124, 50.0, 600.0, 799.0, 801.0, 1200.0}) {
        EXPECT_NEAR(log10_chi_square1_upper(x), std::log10(chi_square_upper(x, 1)), 1e-11) << x;
    }
    EXPECT_NEAR(log10_chi_square1_upper(3.841458820694124), std::log10(0.05), 1e-12);
    EXPECT_TRUE(std::isnan(log10_chi_square1_upper(std::numeric_limits<double>::quiet_NaN())));
}

TEST(LogTails, FarBeyondTheSmallestNumber) {
    EXPECT_LT(log10_chi_square1_upper(1e5), log10_chi_square1_upper(9e4));
    // First two terms of the asymptotic series: ln P = -x/2 - ln(sqrt(pi x/2)) + ln(1 - 1/x + 3/x^2).
    const double x = 1e5;
    const double log_p = -x / 2 - 0.5 * std::log(std::acos(-1.0) * x / 2) + std::log1p(-1 / x + 3 / (x * x));
    EXPECT_NEAR(log10_chi_square1_upper(x), log_p / std::log(10.0), 1e-9);
}

double choose(double n, double k) {
    return std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1));
}

TEST(LogTails, FisherOnTheTeaAndOnEverySmallTable) {
    EXPECT_NEAR(log10_fisher(3, 1, 1, 3), std::log10(34.0 / 70), 1e-12);  // Fisher (1935): the lady tasting tea
    for (unsigned a = 0; a < 5; ++a)
        for (unsigned b = 0; b < 5; ++b)
            for (unsigned c = 0; c < 5; ++c)
                for (unsigned d = 0; d < 7; ++d) {
                    const unsigned rows = a + b, target = a + c, all = a + b + c + d;
                    double tail = 0;
                    const auto p = [&](unsigned k) {
                        return choose(target, k) * choose(all - target, rows - k) / choose(all, rows);
                    };
                    for (unsigned k = 0; k <= std::min(rows, target); ++k) {
                        if (rows - k <= all - target && p(k) <= p(a) * (1 + 1e-7)) tail += p(k);
                    }
                    EXPECT_NEAR(log10_fisher(a, b, c, d), std::log10(tail), 1e-9) << a << b << c << d;
                    EXPECT_NEAR(log10_fisher(a, b, c, d), log10_fisher(b, a, d, c), 1e-9);
                }
}

TEST(LogTails, FisherDoesNotUnderflow) {
    // All 2,000 of 2,000 in the target, which holds half of 200,000: about 2^-2000, from the product of ratios.
    double log_p = 0;
    for (int k = 0; k < 2000; ++k) log_p += std::log10((100000.0 - k) / (200000.0 - k));
    EXPECT_NEAR(log10_fisher(2000, 0, 98000, 100000), log_p + std::log10(2.0), 1e-7);
}

}  // namespace
}  // namespace tarazy::log_tails_test
