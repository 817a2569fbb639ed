#include "simulate/hedge/hedge_model.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace tarazy {
namespace hedge_model_test {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// The utility as the specification writes it.
double utility_as_written(std::span<const double> a, const HedgeSituation& s, const HedgeCoefficients& b) {
    double u = 0, moved = 0;
    for (std::size_t p = 0; p < s.poles; ++p) {
        for (std::size_t d = 0; d < hedge_drivers; ++d)
            u += a[p] * b[static_cast<HedgeTerm>(d)] * s.drivers[d * s.poles + p];
        u -= b[HedgeTerm::entrapment] / 2 * a[p] * a[p];
    }
    for (std::size_t j = 0; j < a.size(); ++j) {
        u += b[HedgeTerm::neighbours] * a[j] * s.neighbours[j];
        moved += (a[j] - s.previous[j]) * (a[j] - s.previous[j]);
    }
    return u - b[HedgeTerm::inertia] / 2 * moved;
}

TEST(HedgeModel, UtilityIsThatOfTheSpecificationUpToAConstant) {
    const std::vector<double> drivers = {0.5, 0.3, 0.1, 0.2, 0.7, 0.4, 0.1, 1, 0.3, 0.4};
    const std::vector<double> previous = {0.4, 0.35, 0.25}, neighbours = {0.2, 0.5, 0.3};
    const HedgeSituation situation{2, drivers, previous, neighbours};
    HedgeCoefficients b;
    for (const HedgeParameter& parameter : hedge_parameters())
        b[parameter.term] = 2 + 0.5 * static_cast<double>(parameter.term);
    const ProfileUtility utility = hedge_utility(situation, b);
    const auto of = [&](const std::vector<double>& a) {
        double u = 0;
        for (std::size_t j = 0; j < 3; ++j) u += utility.linear[j] * a[j] - utility.quadratic[j] / 2 * a[j] * a[j];
        return u;
    };
    const std::vector<double> a = {0.1, 0.65, 0.25}, other = {0.8, 0.05, 0.15};
    EXPECT_NEAR(of(a) - of(other), utility_as_written(a, situation, b) - utility_as_written(other, situation, b),
                1e-12);
}

TEST(HedgeModel, AnUnknownDriverWithoutCoefficientDoesNotMatter) {
    std::vector<double> drivers(2 * hedge_drivers, unknown);
    const std::vector<double> previous = {0.4, 0.6};
    HedgeCoefficients b;
    b[HedgeTerm::inertia] = 30;
    EXPECT_EQ(hedge_utility({2, drivers, previous, {}}, b).linear[0], 12);
    b[HedgeTerm::trade] = 1;
    EXPECT_TRUE(std::isnan(hedge_utility({2, drivers, previous, {}}, b).linear[0]));
}

TEST(HedgeModel, TheMoreInertiaTheNearerToTheYearBefore) {
    const std::vector<double> drivers(3 * hedge_drivers, 0.0), previous = {0.6, 0.2, 0.1, 0.1};
    double distance = 1;
    for (const double inertia : {0.0, 10.0, 100.0, 1000.0}) {
        HedgeCoefficients b;
        b[HedgeTerm::inertia] = inertia;
        const ProfileChoice choice = choose_profile(hedge_utility({3, drivers, previous, {}}, b));
        double now = 0;
        for (std::size_t j = 0; j < 4; ++j) now += std::abs(choice.expected[j] - previous[j]);
        EXPECT_LT(now, distance);
        distance = now;
    }
    EXPECT_LT(distance, 0.02);
}

TEST(HedgeModel, MeasuresOfKnownProfiles) {
    const HedgeMeasures even = hedge_measures(std::vector<double>{0.25, 0.25, 0.25, 0.25}, 3);
    EXPECT_NEAR(even.balance, 1, 1e-15);
    EXPECT_EQ(even.autonomy, 0.25);
    EXPECT_NEAR(even.hhi, 0.1875, 1e-15);
    const HedgeMeasures one = hedge_measures(std::vector<double>{0, 1, 0}, 3);
    EXPECT_EQ(one.balance, 0);
    EXPECT_EQ(one.hhi, 1);
    EXPECT_EQ(one.max_share, 1);
    EXPECT_TRUE(std::isnan(one.autonomy));
    EXPECT_TRUE(std::isnan(hedge_measures(std::vector<double>{0, 0, 1}, 2).balance));
    // By hand: parts 0.75 and 0.25 of two poles.
    EXPECT_NEAR(hedge_measures(std::vector<double>{0.6, 0.2, 0.2}, 2).balance,
                -(0.75 * std::log2(0.75) + 0.25 * std::log2(0.25)), 1e-12);
}

TEST(HedgeModel, RoomForManoeuvreIsTheEffectivePartOfTheProfiles) {
    ProfileUtility utility;
    utility.shares = 4;
    EXPECT_NEAR(room_for_manoeuvre(choose_profile(utility), 4), 1, 1e-9);
    utility.linear[0] = 1e5;
    EXPECT_NEAR(room_for_manoeuvre(choose_profile(utility), 4), 1 / 1771.0, 1e-9);
}

TEST(HedgeModel, PolesPressWhereTheyHaveLessThanTheyWant) {
    const PoleAdaptation adaptation{.decay = 0.2, .gain = 2, .target = 0.5};
    EXPECT_NEAR(adaptation.next(1, 0.4), 1, 1e-15);
    EXPECT_NEAR(adaptation.next(1, 0.7), 0.8, 1e-15);
    const CrisisHazard hazard{.base = -2, .pressure = 10, .shock = 1};
    EXPECT_NEAR(hazard.chance(1, 0.3, 0), 1 / (1 + std::exp(2)), 1e-15);
    EXPECT_NEAR(hazard.chance(1, -0.3, 1), 1 / (1 + std::exp(-2)), 1e-15);
}

}  // namespace hedge_model_test
}  // namespace tarazy
