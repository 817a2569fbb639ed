#include "simulate/forecast/draw_scores.hpp"

#include "base/random.hpp"
#include "stats/gamma_draws.hpp"
#include "stats/normal.hpp"
#include "stats/rank_uniformity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tarazy {
namespace draw_scores_test {

std::vector<double> sorted_normals(std::size_t count, std::uint64_t seed, double mean = 0, double sd = 1) {
    Random random(seed, "test scores", 0);
    std::vector<double> draws;
    for (std::size_t i = 0; i < count; ++i) draws.push_back(mean + sd * normal_draw(random));
    std::ranges::sort(draws);
    return draws;
}

double crps_by_definition(const std::vector<double>& draws, double y, bool fair) {
    double distance = 0, pairs = 0;
    for (const double a : draws) {
        distance += std::abs(a - y);
        for (const double b : draws) pairs += std::abs(a - b);
    }
    const double m = static_cast<double>(draws.size());
    return distance / m - 0.5 * pairs / (fair ? m * (m - 1) : m * m);
}

/// Gneiting & Raftery (2007): of a standard normal.
double crps_of_standard_normal(double y) {
    const double density = std::exp(-0.5 * y * y) / std::sqrt(2 * std::numbers::pi);
    return y * (2 * normal_cdf(y) - 1) + 2 * density - 1 / std::sqrt(std::numbers::pi);
}

TEST(Crps, IsItsDefinition) {
    for (const std::size_t count : {2u, 3u, 17u, 200u}) {
        for (const double y : {-4.0, 0.1, 3.0}) {
            const std::vector<double> draws = sorted_normals(count, count);
            EXPECT_NEAR(crps_of_sorted(draws, y, CrpsKind::fair), crps_by_definition(draws, y, true), 1e-13);
            EXPECT_NEAR(crps_of_sorted(draws, y, CrpsKind::ordinary), crps_by_definition(draws, y, false), 1e-13);
        }
    }
    EXPECT_DOUBLE_EQ(crps(std::vector{3.0, 1.0, 2.0}, 2, CrpsKind::ordinary), 2.0 / 3 - 4.0 / 9);
    EXPECT_DOUBLE_EQ(crps(std::vector{3.0, 1.0, 2.0}, 2, CrpsKind::fair), 2.0 / 3 - 4.0 / 6);
    EXPECT_DOUBLE_EQ(crps(std::vector{5.0}, 2), 3);
}

TEST(Crps, OfANormal) {
    const std::vector<double> draws = sorted_normals(400'000, 1);
    for (const double y : {-2.0, 0.0, 0.7, 3.0})
        EXPECT_NEAR(crps_of_sorted(draws, y), crps_of_standard_normal(y), 0.006);
}

TEST(Crps, LargeNumbersLoseNoDigits) {
    std::vector<double> draws = {1, 2, 4};
    const double small = crps_of_sorted(draws, 3);
    for (double& draw : draws) draw += 1e12;
    EXPECT_NEAR(crps_of_sorted(draws, 3 + 1e12), small, 1e-12);
}

TEST(Crps, FairHasNoBiasOfFewDraws) {
    double fair = 0, ordinary = 0;
    constexpr int repeats = 20'000;
    for (int r = 0; r < repeats; ++r) {
        const std::vector<double> draws = sorted_normals(5, 1000 + static_cast<std::uint64_t>(r));
        fair += crps_of_sorted(draws, 0.5, CrpsKind::fair) / repeats;
        ordinary += crps_of_sorted(draws, 0.5, CrpsKind::ordinary) / repeats;
    }
    EXPECT_NEAR(fair, crps_of_standard_normal(0.5), 0.01);
    // The mean distance of two standard normals is 2 / sqrt(pi).
    EXPECT_NEAR(ordinary - fair, 0.5 * 2 / std::sqrt(std::numbers::pi) / 5, 0.01);
}

TEST(EnergyScore, IsTheCrpsOfOneNumberAndItsDefinitionOfSeveral) {
    const std::vector<double> x = sorted_normals(60, 3);
    EXPECT_NEAR(energy_score(x, std::vector{0.3}), crps_of_sorted(x, 0.3), 1e-13);
    EXPECT_NEAR(energy_score(x, std::vector{0.3}, CrpsKind::ordinary), crps_of_sorted(x, 0.3, CrpsKind::ordinary),
                1e-13);
    std::vector<double> both = x;
    const std::vector<double> y = sorted_normals(60, 4, 1, 2);
    both.insert(both.end(), y.rbegin(), y.rend());
    double distance = 0, pairs = 0;
    for (std::size_t i = 0; i < 60; ++i) {
        distance += std::hypot(both[i] - 0.3, both[60 + i] - 0.5) / 60;
        for (std::size_t j = 0; j < 60; ++j) pairs += std::hypot(both[i] - both[j], both[60 + i] - both[60 + j]);
    }
    EXPECT_NEAR(energy_score(both, std::vector{0.3, 0.5}), distance - 0.5 * pairs / (60 * 59), 1e-12);
    EXPECT_NEAR(energy_score(both, std::vector{0.3, 0.5}, CrpsKind::ordinary), distance - 0.5 * pairs / 3600, 1e-12);
}

TEST(IntervalScore, ByHand) {
    std::vector<double> draws;
    for (int i = 0; i <= 100; ++i) draws.push_back(i);
    EXPECT_NEAR(interval_score_of_sorted(draws, 50), 90, 1e-12);
    EXPECT_NEAR(interval_score_of_sorted(draws, 98), 90 + 20 * 3, 1e-9);
    EXPECT_NEAR(interval_score_of_sorted(draws, 1), 90 + 20 * 4, 1e-9);
    EXPECT_NEAR(interval_score_of_sorted(draws, 80, 0.5), 50 + 4 * 5, 1e-9);
}

TEST(BinnedIgnorance, ByHand) {
    const std::vector<double> draws = {0, 1, 1, 2, 7}, edges = {1, 2, 5};  // bins hold 1, 2, 1, 1
    EXPECT_NEAR(binned_ignorance_of_sorted(draws, 1.5, edges), -std::log2(3.0 / 9), 1e-15);
    EXPECT_NEAR(binned_ignorance_of_sorted(draws, 1, edges), -std::log2(3.0 / 9), 1e-15);
    EXPECT_NEAR(binned_ignorance_of_sorted(draws, -9, edges), -std::log2(2.0 / 9), 1e-15);
    EXPECT_NEAR(binned_ignorance_of_sorted(draws, 5, edges), -std::log2(2.0 / 9), 1e-15);
    EXPECT_NEAR(binned_ignorance_of_sorted(std::vector{0.0}, 9, edges), -std::log2(1.0 / 5), 1e-15);
}

TEST(KernelLogScore, OfANormal) {
    const std::vector<double> draws = sorted_normals(100'000, 9);
    for (const double y : {-1.0, 0.0, 2.0})
        EXPECT_NEAR(*kernel_log_score_of_sorted(draws, y), 0.5 * y * y + 0.5 * std::log(2 * std::numbers::pi), 0.06);
    EXPECT_FALSE(kernel_log_score_of_sorted(std::vector{1.0, 1.0, 1.0}, 1));
    EXPECT_FALSE(kernel_log_score_of_sorted(std::vector{1.0}, 1));
    // Far from all draws: large and finite.
    const double far = *kernel_log_score_of_sorted(draws, 500);
    EXPECT_TRUE(std::isfinite(far));
    EXPECT_GT(far, 1e5);
    // Most draws equal: the bandwidth is that of the standard deviation.
    EXPECT_TRUE(kernel_log_score_of_sorted(std::vector{0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0}, 0));
}

TEST(DrawScores, AsNumpyAndScipyComputeThem) {
    // numpy 1.24.2, scipy 1.10.1: the definitions; quantile; stats.gaussian_kde with our bandwidth.
    const std::vector<double> draws = {-0.7, 0.2, 0.9, 1.5, 3.1};
    EXPECT_NEAR(crps_of_sorted(draws, 0.4, CrpsKind::ordinary), 0.408, 1e-14);
    EXPECT_NEAR(*kernel_log_score_of_sorted(draws, 0.4), 1.3171502581415235, 1e-12);
    EXPECT_NEAR(interval_score_of_sorted(draws, 0.4), 3.3, 1e-14);
    EXPECT_NEAR(interval_score_of_sorted(draws, 4), 27.7, 1e-12);
}

TEST(RankAmongDraws, UniformWhereCalibratedAndTiesAreDrawn) {
    EXPECT_EQ(rank_among_sorted(std::vector{1.0, 2.0, 3.0}, 0.5, 0.99), 0u);
    EXPECT_EQ(rank_among_sorted(std::vector{1.0, 2.0, 3.0}, 2.5, 0.99), 2u);
    EXPECT_EQ(rank_among_sorted(std::vector{2.0, 2.0, 3.0}, 2, 0.01), 0u);
    EXPECT_EQ(rank_among_sorted(std::vector{2.0, 2.0, 3.0}, 2, 0.5), 1u);
    EXPECT_EQ(rank_among_sorted(std::vector{2.0, 2.0, 3.0}, 2, 0.99), 2u);
    std::vector<std::uint32_t> ranks;
    Random random(5, "test ranks", 0);
    for (std::uint64_t r = 0; r < 2000; ++r)
        ranks.push_back(rank_among_sorted(sorted_normals(19, 50 + r), normal_draw(random), random.uniform()));
    EXPECT_GT(*rank_uniformity(ranks, 19, 10).p_value, 0.001);
}

}  // namespace draw_scores_test
}  // namespace tarazy
