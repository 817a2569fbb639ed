#include "stats/rank_uniformity.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace tarazy {
namespace rank_uniformity_test {

std::vector<std::uint32_t> uniform_ranks(std::size_t replicates, std::uint32_t largest, std::uint64_t seed) {
    Random random(seed, "ranks", 0);
    std::vector<std::uint32_t> ranks(replicates);
    for (std::uint32_t& rank : ranks) rank = static_cast<std::uint32_t>(random.below(std::uint64_t{largest} + 1));
    return ranks;
}

// R: chisq.test(c(4, 1, 2, 1)) gives X-squared = 3, df = 3, p-value = 0.3916.
TEST(RankUniformity, AgreesWithTheChiSquareTestOfR) {
    const RankUniformity u = rank_uniformity(std::vector<std::uint32_t>{0, 0, 1, 1, 2, 4, 5, 7}, 7, 4);
    EXPECT_EQ(u.counts, (std::vector<std::uint32_t>{4, 1, 2, 1}));
    EXPECT_EQ(u.expected, (std::vector<double>{2, 2, 2, 2}));
    EXPECT_NEAR(*u.chi_square, 3, 1e-14);
    EXPECT_NEAR(*u.p_value, 0.3916251762710891, 1e-14);
    // Two of eight up to rank 0, four up to rank 1, five up to rank 2 where one, two and three would be.
    EXPECT_EQ(*u.ecdf_difference, 0.25);
    EXPECT_EQ(*u.ecdf_difference_at, 1u);
    EXPECT_NEAR(*u.ecdf_p_bound, 2 * std::exp(-1.0), 1e-14);
}

TEST(RankUniformity, UnequalBinsExpectInProportionToTheirRanks) {
    const RankUniformity u = rank_uniformity(std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 9, 4);
    EXPECT_EQ(u.counts, (std::vector<std::uint32_t>{3, 2, 3, 2}));
    EXPECT_NEAR(*u.chi_square, 0, 1e-28);
    EXPECT_NEAR(*u.p_value, 1, 1e-12);
    EXPECT_NEAR(*u.ecdf_difference, 0, 1e-15);
}

TEST(RankUniformity, UniformRanksAreRejectedAboutAsOftenAsPromised) {
    int chi_square_rejects = 0, ecdf_rejects = 0;
    double sum = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const RankUniformity u = rank_uniformity(uniform_ranks(500, 99, seed), 99, 20);
        EXPECT_EQ(std::accumulate(u.counts.begin(), u.counts.end(), 0u), 500u);
        chi_square_rejects += *u.p_value < 0.05;
        ecdf_rejects += *u.ecdf_p_bound < 0.05;
        sum += *u.p_value;
    }
    EXPECT_NEAR(chi_square_rejects, 20, 12);
    EXPECT_LE(ecdf_rejects, 25);
    EXPECT_NEAR(sum / 400, 0.5, 0.05);
}

TEST(RankUniformity, APosteriorTooNarrowIsFound) {
    Random random(1, "narrow", 0);
    std::vector<std::uint32_t> ranks;
    for (int i = 0; i < 500; ++i) {
        const double u = random.uniform();
        ranks.push_back(static_cast<std::uint32_t>(50 * (1 - std::cos(3.14159265 * u))));  // heaps at both ends
    }
    EXPECT_LT(*rank_uniformity(ranks, 99, 20).p_value, 1e-6);
}

TEST(RankUniformity, AShiftedPosteriorIsFoundByTheCumulativeShares) {
    std::vector<std::uint32_t> ranks = uniform_ranks(500, 99, 3);
    for (std::uint32_t& rank : ranks) rank = rank * 4 / 5;
    const RankUniformity u = rank_uniformity(ranks, 99, 20);
    EXPECT_NEAR(*u.ecdf_difference, 0.2, 0.03);
    EXPECT_NEAR(*u.ecdf_difference_at, 79, 4);
    EXPECT_LT(*u.ecdf_p_bound, 1e-6);
}

TEST(RankUniformity, WithoutRanksNothingIsKnown) {
    const RankUniformity u = rank_uniformity({}, 99, 10);
    EXPECT_EQ(u.counts, std::vector<std::uint32_t>(10));
    EXPECT_FALSE(u.chi_square || u.p_value || u.ecdf_difference || u.ecdf_difference_at || u.ecdf_p_bound);
}

}  // namespace rank_uniformity_test
}  // namespace tarazy
