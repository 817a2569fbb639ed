#include "simulate/hedge/neighbour_equilibrium.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace neighbour_equilibrium_test {

struct Region {
    std::vector<double> drivers = std::vector<double>(2 * hedge_drivers, 0.0);
    std::vector<std::vector<double>> previous = {{0.6, 0.3, 0.1}, {0.2, 0.6, 0.2}, {0.3, 0.3, 0.4}};
    NeighbourYear year;

    Region() {
        for (const auto& profile : previous) year.situations.push_back({2, drivers, profile, {}});
        year.neighbours = {{{1, 0.5}, {2, 0.5}}, {{0, 1}}, {}};
    }
};

TEST(NeighbourEquilibrium, ProfilesAgreeWithOneAnother) {
    const Region region;
    HedgeCoefficients b;
    b[HedgeTerm::neighbours] = 1.5;
    b[HedgeTerm::inertia] = 10;
    const EquilibriumSearch search = search_equilibria(region.year, b);
    EXPECT_TRUE(search.from_previous.converged);
    EXPECT_EQ(search.starts, 4U);
    EXPECT_EQ(search.note(), "");
    const std::vector<double>& expected = search.from_previous.expected;
    HedgeSituation first = region.year.situations[0];
    std::vector<double> mean(3);
    for (std::size_t j = 0; j < 3; ++j) mean[j] = (expected[3 + j] + expected[6 + j]) / 2;
    first.neighbours = mean;
    const ProfileChoice choice = choose_profile(hedge_utility(first, b));
    for (std::size_t j = 0; j < 3; ++j) EXPECT_NEAR(choice.expected[j], expected[j], 1e-9);
}

TEST(NeighbourEquilibrium, WithoutThePullOfNeighboursEachStateIsAlone) {
    const Region region;
    HedgeCoefficients b;
    b[HedgeTerm::inertia] = 10;
    const NeighbourEquilibrium found = neighbour_equilibrium(region.year, b, std::vector<double>(9, 1.0 / 3));
    EXPECT_EQ(found.rounds, 1U);
    const ProfileChoice alone = choose_profile(hedge_utility(region.year.situations[1], b));
    for (std::size_t j = 0; j < 3; ++j) EXPECT_EQ(found.expected[3 + j], alone.expected[j]);
}

TEST(NeighbourEquilibrium, TwoFixedPointsAreReported) {
    const Region region;
    NeighbourYear year = region.year;
    year.neighbours[2] = {{0, 1}};
    HedgeCoefficients b;
    b[HedgeTerm::neighbours] = 60;  // all together anywhere
    const EquilibriumSearch search = search_equilibria(year, b);
    EXPECT_GT(search.greatest_difference, 0.5);
    EXPECT_NE(search.note().find("more than one set"), std::string::npos) << search.note();
}

TEST(NeighbourEquilibrium, NoConvergenceIsReported) {
    const Region region;
    NeighbourYear year = region.year;
    year.neighbours = {{{1, 1}}, {{0, 1}}, {}};
    HedgeCoefficients b;
    b[HedgeTerm::neighbours] = -200;  // each flees from where the other is
    const EquilibriumSearch search = search_equilibria(year, b);
    if (search.not_converged > 0) {
        EXPECT_NE(search.note().find("did not converge"), std::string::npos);
    }
    EXPECT_FALSE(search.note().empty());
}

}  // namespace neighbour_equilibrium_test
}  // namespace tarazy
