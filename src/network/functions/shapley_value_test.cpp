#include "network/functions/shapley_value.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

namespace tarazy {
namespace shapley_value_test {

/// The glove game of textbooks: player 0 has a left glove, players 1 and 2 have a right one.
double gloves(std::uint32_t coalition) {
    return (coalition & 1U) != 0 && (coalition & 6U) != 0 ? 1 : 0;
}

/// Weighted majority [51; 50, 49, 1] of shareholders: 2/3, 1/6, 1/6.
double shareholders(std::uint32_t coalition) {
    const int votes =
        ((coalition & 1U) != 0 ? 50 : 0) + ((coalition & 2U) != 0 ? 49 : 0) + ((coalition & 4U) != 0 ? 1 : 0);
    return votes > 50 ? 1 : 0;
}

TEST(ShapleyValue, OfTextbookGames) {
    const auto glove_values = exact_shapley(3, gloves);
    EXPECT_NEAR(glove_values[0], 2.0 / 3, 1e-15);
    EXPECT_NEAR(glove_values[1], 1.0 / 6, 1e-15);
    EXPECT_NEAR(glove_values[2], 1.0 / 6, 1e-15);
    const auto votes = exact_shapley(3, shareholders);
    EXPECT_NEAR(votes[0], 2.0 / 3, 1e-15);
    EXPECT_NEAR(votes[1], 1.0 / 6, 1e-15);
    // The airport game with costs 1, 2, 3: 1/3, 1/3 + 1/2, 1/3 + 1/2 + 1 (Littlechild & Owen 1973).
    const auto airport = exact_shapley(3, [](std::uint32_t s) { return static_cast<double>(std::bit_width(s)); });
    EXPECT_NEAR(airport[0], 1.0 / 3, 1e-15);
    EXPECT_NEAR(airport[1], 1.0 / 3 + 0.5, 1e-15);
    EXPECT_NEAR(airport[2], 1.0 / 3 + 1.5, 1e-15);
    EXPECT_TRUE(exact_shapley(0, [](std::uint32_t) { return 0.0; }).empty());
    EXPECT_EQ(exact_shapley(1, [](std::uint32_t s) { return s == 0 ? 0.0 : 5.0; }), (std::vector<double>{5}));
}

TEST(ShapleyValue, TwentyPlayersAreExactAndMoreAreALimit) {
    // Unanimity of the first two among twenty.
    const auto values = exact_shapley(20, [](std::uint32_t s) { return (s & 3U) == 3 ? 1.0 : 0.0; });
    EXPECT_NEAR(values[0], 0.5, 1e-12);
    EXPECT_NEAR(values[1], 0.5, 1e-12);
    for (std::size_t player = 2; player < 20; ++player) EXPECT_EQ(values[player], 0) << "a null player";
    EXPECT_THROW((void)exact_shapley(21, [](std::uint32_t) { return 0.0; }), LimitError);
}

void glove_gains(std::span<const std::uint32_t> order, std::span<double> gains) {
    std::uint32_t coalition = 0;
    for (const std::uint32_t player : order) {
        const double before = gloves(coalition);
        coalition |= 1U << player;
        gains[player] += gloves(coalition) - before;
    }
}

TEST(ShapleyValue, SampledLiesWithinFourStandardErrors) {
    const SampledShapley sampled = sampled_shapley(3, glove_gains, 20'000, 42, 0);
    const auto exact = exact_shapley(3, gloves);
    double sum = 0;
    for (std::size_t player = 0; player < 3; ++player) {
        EXPECT_NEAR(sampled.values[player], exact[player], 4 * sampled.standard_errors[player]);
        EXPECT_NEAR(sampled.standard_errors[player], std::sqrt(exact[player] * (1 - exact[player]) / 20'000), 1e-4);
        sum += sampled.values[player];
    }
    EXPECT_NEAR(sum, 1, 1e-12);
}

TEST(ShapleyValue, TheSameSeedGivesTheSameBytesAtAnyNumberOfThreads) {
    const SampledShapley one = sampled_shapley(3, glove_gains, 1000, 7, 1);
    const SampledShapley two = sampled_shapley(3, glove_gains, 1000, 7, 2);
    EXPECT_EQ(one.values, two.values);
    EXPECT_EQ(one.standard_errors, two.standard_errors);
    EXPECT_NE(one.values, sampled_shapley(3, glove_gains, 1000, 8, 1).values);
}

TEST(ShapleyValue, CanBeStopped) {
    expect_stoppable([](const Work& work) { (void)sampled_shapley(3, glove_gains, 5000, 7, 0, work); });
    std::stop_source asked;
    asked.request_stop();
    EXPECT_THROW((void)exact_shapley(
                     12, [](std::uint32_t) { return 0.0; }, Work(asked.get_token())),
                 Interrupted);
}

}  // namespace shapley_value_test
}  // namespace tarazy
