#include "align/ideal_points/ordinal_probit.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace ordinal_probit_test {

long double log_cdf_exactly(long double x) {
    return x > 1 ? std::log1p(-0.5L * std::erfc(x * 0.70710678118654752440L))
                 : std::log(0.5L * std::erfc(-x * 0.70710678118654752440L));
}

TEST(LogNormalCdf, AgreesWithTheExactFunctionInBothTails) {
    for (double x = -100; x < 12; x += 0.0137) {
        const LogNormalCdf at = log_normal_cdf(x, log_normal_grid());
        const auto exact = static_cast<double>(log_cdf_exactly(x));
        EXPECT_NEAR(at.log_cdf, exact, 1e-8 * std::max(1.0, std::abs(exact))) << x;
        if (x > 8) continue;
        const double ratio = std::exp(-0.5 * x * x - 0.91893853320467274178 - exact);
        EXPECT_NEAR(at.ratio, ratio, 1e-8 * std::max(1.0, ratio)) << x;
    }
}

TEST(OrdinalProbit, ProbabilitiesOfTheThreeVotesAddUpToOne) {
    for (const double a : {-5.0, -1.0, 0.3, 4.0}) {
        for (const double gap : {0.01, 0.5, 3.0}) {
            double sum = 0;
            for (const std::uint8_t vote : std::array<std::uint8_t, 3>{1, 2, 3})
                sum += std::exp(ordinal_probit(vote, a, a + gap, log_normal_grid()).log_probability);
            EXPECT_NEAR(sum, 1, 1e-8);
        }
    }
}

TEST(OrdinalProbit, AnAbstentionFarInATailKeepsItsDigits) {
    // Phi(30.1) - Phi(30): both ends round to 1 in double precision.
    const VoteTerm right = ordinal_probit(2, 30, 30.1, log_normal_grid());
    const VoteTerm left = ordinal_probit(2, -30.1, -30, log_normal_grid());
    EXPECT_NEAR(right.log_probability, left.log_probability, 1e-9 * std::abs(left.log_probability));
    EXPECT_NEAR(right.da, -left.db, 1e-9 * std::abs(left.db));
    EXPECT_GT(right.log_probability, -460);
    EXPECT_LT(right.log_probability, -450);
}

TEST(OrdinalProbit, DerivativesAreThoseOfTheLogProbability) {
    constexpr double h = 1e-4;
    for (const std::uint8_t vote : std::array<std::uint8_t, 3>{1, 2, 3}) {
        for (const double a : {-6.0, -2.0, -0.1, 0.7, 3.0, 6.0}) {
            for (const double gap : {0.1, 1.0, 4.0}) {
                const auto at = [&](double x, double y) { return ordinal_probit(vote, x, y, log_normal_grid()); };
                const double b = a + gap;
                const VoteTerm term = at(a, b);
                const double scale = 1 + std::abs(term.da) + std::abs(term.db);
                EXPECT_NEAR(term.da, (at(a + h, b).log_probability - at(a - h, b).log_probability) / (2 * h),
                            2e-4 * scale);
                EXPECT_NEAR(term.db, (at(a, b + h).log_probability - at(a, b - h).log_probability) / (2 * h),
                            2e-4 * scale);
                EXPECT_NEAR(term.daa, (at(a + h, b).da - at(a - h, b).da) / (2 * h), 2e-4 * scale * scale);
                EXPECT_NEAR(term.dab, (at(a, b + h).da - at(a, b - h).da) / (2 * h), 2e-4 * scale * scale);
                EXPECT_NEAR(term.dbb, (at(a, b + h).db - at(a, b - h).db) / (2 * h), 2e-4 * scale * scale);
            }
        }
    }
}

}  // namespace ordinal_probit_test
}  // namespace tarazy
