#include "stats/gamma.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace gamma_test {

// R 4.2.2: pgamma(x, shape, lower.tail = FALSE), printed with 16 digits.
TEST(Gamma, UpperTailAgreesWithR) {
    const struct {
        double shape, x, expected;
    } cases[] = {
        {0.5, 0.2, 0.5270892568655381}, {3, 2, 0.6766764161830634},     {3, 12, 0.0005222580500328978},
        {9.5, 9.5, 0.4568361255919623}, {49.5, 30, 0.9993199970498485}, {49.5, 80, 0.0001011511964836181},
        {500, 520, 0.1846911490987436}, {2, 60, 5.341471565244877e-25}, {0.5, 1e-6, 0.9988716212090307},
    };
    for (const auto& [shape, x, expected] : cases) {
        EXPECT_NEAR(regularised_gamma_upper(shape, x) / expected, 1, 1e-12) << shape << ' ' << x;
    }
}

TEST(Gamma, IsAPoissonSumForWholeShapes) {
    // Q(n, x) is the probability of fewer than n events where x are expected.
    for (const double x : {0.1, 1.0, 7.0, 30.0}) {
        double term = std::exp(-x), sum = 0;
        for (int n = 1; n <= 40; ++n) {
            sum += term;
            term *= x / n;
            EXPECT_NEAR(regularised_gamma_upper(n, x), sum, 1e-13) << n << ' ' << x;
        }
    }
}

TEST(Gamma, EndsOfTheRange) {
    EXPECT_EQ(regularised_gamma_upper(2.5, 0), 1);
    EXPECT_EQ(regularised_gamma_upper(2.5, HUGE_VAL), 0);
    EXPECT_EQ(regularised_gamma_upper(2.5, 1e5), 0);
    EXPECT_NEAR(log_gamma(0.5), std::log(std::acos(-1.0)) / 2, 1e-15);
}

// The critical value of every textbook's table, and R: pchisq(28.5, 19, lower.tail = FALSE).
TEST(Gamma, ChiSquareTailAgreesWithTables) {
    EXPECT_NEAR(chi_square_upper(3.841458820694124, 1), 0.05, 1e-14);
    EXPECT_NEAR(chi_square_upper(28.5, 19), 0.07426746400629622, 1e-14);
}

}  // namespace gamma_test
}  // namespace tarazy
