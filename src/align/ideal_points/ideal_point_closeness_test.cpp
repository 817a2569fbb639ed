#include "align/ideal_points/ideal_point_closeness.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy {
namespace ideal_point_closeness_test {

using Positions = std::vector<double>;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// By the definition, all pairs sorted.
double by_definition(const Positions& positions) {
    Positions distances;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        for (std::size_t j = i + 1; j < positions.size(); ++j) {
            distances.push_back(std::abs(positions[i] - positions[j]));
        }
    }
    std::ranges::sort(distances);
    const std::size_t n = distances.size();
    const double lower = distances[(n - 1) / 2], upper = distances[n / 2];
    return lower + (upper - lower) / 2;
}

TEST(MedianPairwiseDistance, IsExactForAnyNumberOfStates) {
    for (std::size_t n = 2; n < 220; n += n < 30 ? 1 : 17) {
        Random random(3, "positions of a test", n);
        Positions spread, clustered, tied, skewed;
        for (std::size_t i = 0; i < n; ++i) {
            spread.push_back(4 * random.uniform() - 2);
            clustered.push_back((i % 3 == 0 ? 100.0 : 0.0) + random.uniform() * 1e-3);
            tied.push_back(static_cast<double>(random.below(4)));
            skewed.push_back(std::exp(20 * random.uniform()));
        }
        for (const Positions& positions : {spread, clustered, tied, skewed}) {
            EXPECT_EQ(median_pairwise_distance(positions), by_definition(positions)) << n;
        }
    }
}

TEST(MedianPairwiseDistance, IsExactWhereManyCoincideOrHardlyDiffer) {
    constexpr double least = 5e-324;
    Positions two_camps, camps_apart, denormal, beside_one;
    for (int i = 0; i < 200; ++i) {
        two_camps.push_back(i < 60 ? 1 : 0);
        camps_apart.push_back(i < 100 ? 1 : 0);
        denormal.push_back(least * (i % 11));
        beside_one.push_back(i < 40 ? 0 : 1 + (i % 6) * 0x1.0p-52);
    }
    for (const Positions& positions : {two_camps, camps_apart, denormal, beside_one}) {
        EXPECT_EQ(median_pairwise_distance(positions), by_definition(positions));
    }
}

TEST(MedianPairwiseDistance, LeavesOutStatesWithoutPosition) {
    EXPECT_EQ(median_pairwise_distance(Positions{1, unknown, 4, unknown}), 3);
    EXPECT_EQ(median_pairwise_distance(Positions{0, 1, 3}), 2);
    EXPECT_EQ(median_pairwise_distance(Positions{5, 5, 5, 5, 6}), 0);
    EXPECT_FALSE(median_pairwise_distance(Positions{1, unknown}));
    EXPECT_FALSE(median_pairwise_distance(Positions{}));
}

TEST(IdealPointCloseness, IsOneAtThePoleAndFallsByEForEachTypicalDistance) {
    const auto closeness = ideal_point_closeness(0.5, Positions{0.5, -1.5, 4.5, unknown}, 2);
    EXPECT_EQ(closeness[0], 1);
    EXPECT_NEAR(closeness[1], std::exp(-1), 1e-15);
    EXPECT_NEAR(closeness[2], std::exp(-2), 1e-15);
    EXPECT_TRUE(std::isnan(closeness[3]));
    EXPECT_TRUE(std::isnan(ideal_point_closeness(0, Positions{1}, 0)[0]));
    EXPECT_TRUE(std::isnan(ideal_point_closeness(unknown, Positions{1}, 1)[0]));
}

TEST(PoleTension, IsTheMeanDistanceOfThePolesInTypicalDistances) {
    EXPECT_NEAR(pole_tension(Positions{0, 1, 4}, 2), (1 + 4 + 3) / 3.0 / 2, 1e-15);
    EXPECT_EQ(pole_tension(Positions{1, 1}, 2), 0);
    EXPECT_TRUE(std::isnan(pole_tension(Positions{1, unknown}, 2)));
    EXPECT_TRUE(std::isnan(pole_tension(Positions{1, 2}, 0)));
}

TEST(PolePosition, IsTheMeanOfTheMembersThatHaveOne) {
    EXPECT_EQ(pole_position(Positions{1, unknown, 4}), 2.5);
    EXPECT_TRUE(std::isnan(pole_position(Positions{unknown})));
}

TEST(SessionCloseness, UsesTheTypicalDistanceOfEachDrawAndLeavesAStateOutOfItsOwnPole) {
    // Two draws of five states, the second twice as wide: closeness is the same, whatever the scale of a draw.
    const Positions first = {0, 1, 2, 4, 8};
    Positions theta = first;
    for (const double position : first) theta.push_back(2 * position);
    const SessionPositions session{theta, 5};
    const std::vector<std::vector<std::size_t>> members = {{0}, {2, 4}};
    const std::vector<std::size_t> wanted = {1, 4};
    const SessionCloseness all = session_closeness(session, wanted, members);
    const double h = *median_pairwise_distance(first);
    ASSERT_EQ(all.closeness[0].size(), 4u);
    EXPECT_NEAR(all.closeness[0][0], std::exp(-1 / h), 1e-15);
    EXPECT_NEAR(all.closeness[0][1], std::exp(-4 / h), 1e-15);
    EXPECT_NEAR(all.closeness[1][1], std::exp(-6 / h), 1e-15) << "of its own pole only the other member counts";
    EXPECT_NEAR(all.tension[0], 5 / h, 1e-15);
    for (std::size_t p = 0; p < 2; ++p) EXPECT_NEAR(all.closeness[0][p], all.closeness[0][2 + p], 1e-15);
    const SessionCloseness wide = session_closeness(session, wanted, members, 2);
    EXPECT_NEAR(wide.closeness[0][0], std::exp(-1 / h / 2), 1e-15);
}

}  // namespace ideal_point_closeness_test
}  // namespace tarazy
