#include "trace/breaks/change_location.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "trace/breaks/break_posterior.hpp"
#include "trace/breaks/reference_series_test.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace tarazy {
namespace change_location_test {

using testing_breaks::reference_series;

const std::vector<double> eight{0.3, 1.1, 0.2, 3.4, 2.9, 3.6, 0.1, 0.4};

/// Marginal likelihood of one segment after the formula at SegmentChain, from two passes over it.
double segment_likelihood(std::span<const double> y, const SegmentPrior& prior) {
    const auto m = static_cast<double>(y.size());
    double sum = 0, squares = 0;
    for (const double value : y) sum += value - prior.m0, squares += (value - prior.m0) * (value - prior.m0);
    const double kn = prior.k0 + m, an = prior.a0 + m / 2, bn = prior.b0 + 0.5 * (squares - sum * sum / kn);
    return std::exp(-m / 2 * std::log(2 * 3.14159265358979323846) + 0.5 * std::log(prior.k0 / kn) +
                    prior.a0 * std::log(prior.b0) - an * std::log(bn) + std::lgamma(an) - std::lgamma(prior.a0));
}

/// Calls `take(mask, probability)` for every segmentation of a short series; bit k - 1 is a change after k.
template <class Take>
void every_segmentation(const std::vector<double>& y, const SegmentPrior& prior, Take take) {
    const std::size_t n = y.size();
    std::vector<double> weights;
    for (unsigned mask = 0; mask < 1U << (n - 1); ++mask) {
        double weight = 1;
        std::size_t from = 0;
        for (std::size_t k = 1; k <= n; ++k) {
            const bool change = k < n && (mask >> (k - 1) & 1U) != 0;
            if (k < n) weight *= change ? prior.p : 1 - prior.p;
            if (!change && k < n) continue;
            weight *= segment_likelihood(std::span(y).subspan(from, k - from), prior);
            from = k;
        }
        weights.push_back(weight);
    }
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (unsigned mask = 0; mask < weights.size(); ++mask) take(mask, weights[mask] / sum);
}

TEST(ChangeLocation, EverySegmentationOfEightObservations) {
    const std::vector<std::vector<double>> draws{eight};
    const SegmentPrior prior{0.2, 1.2, 0.5, 1.5, 0.7};
    std::vector<double> number(8, 0), after(7, 0), among(2, 0);
    std::vector<std::vector<double>> location(2, std::vector<double>(7, 0));
    const std::vector<std::vector<std::size_t>> sets{{3, 6}, {2, 4, 5}};
    every_segmentation(eight, prior, [&](unsigned mask, double probability) {
        std::vector<std::size_t> changes;
        for (std::size_t k = 1; k < 8; ++k) {
            if ((mask >> (k - 1) & 1U) != 0) changes.push_back(k);
        }
        number[changes.size()] += probability;
        for (const std::size_t k : changes) after[k - 1] += probability;
        for (std::size_t j = 0; changes.size() == 2 && j < 2; ++j) location[j][changes[j] - 1] += probability;
        for (std::size_t s = 0; s < 2; ++s) {
            const bool hit = std::ranges::any_of(
                changes, [&](std::size_t k) { return std::ranges::find(sets[s], k) != sets[s].end(); });
            among[s] += hit ? probability : 0;
        }
    });
    const BreakPosterior posterior = break_posterior(eight, prior);
    for (std::size_t k = 0; k < 8; ++k) EXPECT_NEAR(posterior.number_of_changes[k], number[k], 1e-12);
    for (std::size_t k = 0; k < 7; ++k) EXPECT_NEAR(posterior.change_after[k], after[k], 1e-12);
    const auto found = change_locations(draws, prior, 2);
    ASSERT_EQ(found.size(), 2u);
    for (std::size_t j = 0; j < 2; ++j) {
        for (std::size_t k = 0; k < 7; ++k) EXPECT_NEAR(found[j][k], location[j][k] / number[2], 1e-12);
    }
    const auto hits = probability_of_change_among(draws, prior, sets);
    for (std::size_t s = 0; s < 2; ++s) EXPECT_NEAR(hits[s], among[s], 1e-12);
    EXPECT_EQ(most_probable_dates(found), (std::vector<std::size_t>{3, 6}));
}

TEST(ChangeLocation, TheChangeOfTheNileIsDatedWithinFourYears) {
    const std::vector<std::vector<double>> draws{reference_series("nile")};
    const SegmentPrior prior = default_segment_prior(draws);
    const std::vector<std::size_t> changes = break_posterior(draws.front(), prior).map_changes;
    const auto dated = credible_changes(draws, prior, changes, 0.9);
    ASSERT_EQ(dated.size(), 1u);
    EXPECT_EQ(dated[0].change_after, 28u);
    EXPECT_EQ(dated[0].set, (std::vector<std::size_t>{26, 27, 28}));
    EXPECT_GE(dated[0].held, 0.9);
    EXPECT_GT(dated[0].probability, 0.85);
    EXPECT_THROW((void)credible_changes(draws, prior, changes, 0), UsageError);
}

TEST(ChangeLocation, AllDatesTogetherHoldAsMuchAsAnyChange) {
    const std::vector<std::vector<double>> draws{reference_series("kz_ru_agree"), reference_series("kz_cn_agree")};
    const SegmentPrior prior = default_segment_prior(draws);
    std::vector<std::size_t> all(27);
    std::iota(all.begin(), all.end(), std::size_t{1});
    const std::vector<std::vector<std::size_t>> sets{all, {}, {12}};
    const auto hits = probability_of_change_among(draws, prior, sets, {}, 2);
    const BreakPosterior posterior = break_posterior(draws, prior);
    EXPECT_NEAR(hits[0], posterior.any_change(), 1e-12);
    EXPECT_EQ(hits[1], 0);
    EXPECT_NEAR(hits[2], posterior.change_after[11], 1e-12);
}

TEST(ChangeLocation, NoChangeHasNoDate) {
    const std::vector<std::vector<double>> draws{eight};
    EXPECT_TRUE(change_locations(draws, default_segment_prior(draws), 0).empty());
    EXPECT_TRUE(credible_changes(draws, default_segment_prior(draws), {}).empty());
}

TEST(ChangeLocation, StopsWhenAsked) {
    const std::vector<std::vector<double>> draws(40, reference_series("syn_mean"));
    const SegmentPrior prior = default_segment_prior(draws);
    expect_stoppable([&](const Work& work) { (void)change_locations(draws, prior, 3, work, 2); });
}

}  // namespace change_location_test
}  // namespace tarazy
