#include "trace/evidence/posterior_bounds.hpp"

#include "trace/evidence/rival_sets_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace posterior_bounds_test {

using testing_rivals::random_rivals;

/// All vertices of the priors: every choice of ends for all but one hypothesis, which takes what is left.
std::vector<std::vector<double>> prior_vertices(const RivalExplanations& rivals) {
    std::vector<std::vector<double>> vertices;
    const std::size_t count = rivals.hypotheses.size();
    for (std::size_t free = 0; free < count; ++free) {
        for (std::size_t ends = 0; ends < (std::size_t{1} << count); ++ends) {
            std::vector<double> prior(count);
            double rest = 1;
            for (std::size_t h = 0; h < count; ++h) {
                const ElicitedProbability& p = rivals.hypotheses[h].prior;
                if (h != free) rest -= prior[h] = ((ends >> h) & 1U) != 0 ? p.high : p.low;
            }
            prior[free] = rest;
            const ElicitedProbability& own = rivals.hypotheses[free].prior;
            if (rest >= own.low - 1e-12 && rest <= own.high + 1e-12) vertices.push_back(prior);
        }
    }
    return vertices;
}

/// Least and greatest posterior over all vertices of priors and likelihoods, tried one by one.
std::vector<ProbabilityBounds> by_brute_force(const RivalExplanations& rivals) {
    const std::size_t count = rivals.hypotheses.size(), cells = count * rivals.clues.size();
    std::vector<ProbabilityBounds> bounds(count, {1, 0});
    for (std::size_t ends = 0; ends < (std::size_t{1} << cells); ++ends) {
        std::vector<double> product(count, 1);
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const Clue& clue = rivals.clues[cell / count];
            const ElicitedProbability& p = clue.likelihoods[cell % count].probability;
            product[cell % count] *= probability_found(clue.found, ((ends >> cell) & 1U) != 0 ? p.high : p.low);
        }
        for (const std::vector<double>& prior : prior_vertices(rivals)) {
            double sum = 0;
            for (std::size_t h = 0; h < count; ++h) sum += prior[h] * product[h];
            for (std::size_t h = 0; sum > 0 && h < count; ++h) {
                bounds[h].low = std::min(bounds[h].low, prior[h] * product[h] / sum);
                bounds[h].high = std::max(bounds[h].high, prior[h] * product[h] / sum);
            }
        }
    }
    return bounds;
}

TEST(PosteriorBounds, EqualTheBestAndWorstOfAllVertices) {
    for (std::uint64_t number = 0; number < 60; ++number) {
        const std::size_t hypotheses = 2 + number % 3;
        RivalExplanations rivals = random_rivals(number, hypotheses, 12 / hypotheses);
        if (number % 5 == 0) rivals.clues[0].likelihoods[0].probability.low = 0;
        if (number % 7 == 0)
            for (RivalHypothesis& one : rivals.hypotheses)
                one.prior = {one.prior.value, one.prior.value, one.prior.value};
        const std::vector<ProbabilityBounds> exact = posterior_bounds(rivals).back(), tried = by_brute_force(rivals);
        for (std::size_t h = 0; h < hypotheses; ++h) {
            EXPECT_NEAR(exact[h].low, tried[h].low, 1e-12) << number << ' ' << h;
            EXPECT_NEAR(exact[h].high, tried[h].high, 1e-12) << number << ' ' << h;
        }
    }
}

TEST(PosteriorBounds, HoldThePosteriorAndShrinkToItWithoutRanges) {
    RivalExplanations rivals = random_rivals(4, 3, 5);
    const Weighing weighing = weigh(rivals);
    const auto bounds = posterior_bounds(rivals);
    for (std::size_t c = 0; c < 5; ++c) {
        for (std::size_t h = 0; h < 3; ++h) {
            EXPECT_LE(bounds[c][h].low, weighing.steps[c].posterior[h]);
            EXPECT_GE(bounds[c][h].high, weighing.steps[c].posterior[h]);
        }
    }
    for (RivalHypothesis& one : rivals.hypotheses) one.prior.low = one.prior.high = one.prior.value;
    for (Clue& clue : rivals.clues)
        for (ClueLikelihood& one : clue.likelihoods) one.probability.low = one.probability.high = one.probability.value;
    const auto points = posterior_bounds(rivals);
    for (std::size_t h = 0; h < 3; ++h) {
        EXPECT_NEAR(points[4][h].low, weighing.posterior[h], 1e-12);
        EXPECT_NEAR(points[4][h].high, weighing.posterior[h], 1e-12);
    }
}

TEST(PosteriorBounds, AHypothesisThatARangeForbidsMayFallToZeroAndItsRivalRiseToOne) {
    RivalExplanations rivals = random_rivals(5, 2, 1);
    rivals.clues[0].found = ClueFound::yes;
    rivals.clues[0].likelihoods[0].probability = {0.1, 0, 0.2};
    const auto bounds = posterior_bounds(rivals);
    EXPECT_EQ(bounds[0][0].low, 0);
    EXPECT_EQ(bounds[0][1].high, 1);
    EXPECT_TRUE(std::isinf(pair_weight(rivals.clues[0], 0, 1).low));
}

TEST(PosteriorBounds, PriorsAreBoundByTheirSum) {
    RivalExplanations rivals = random_rivals(6, 3, 0);
    rivals.hypotheses[0].prior = {0.5, 0.1, 0.9};
    rivals.hypotheses[1].prior = {0.3, 0.2, 0.4};
    rivals.hypotheses[2].prior = {0.2, 0.2, 0.2};
    const auto bounds = prior_bounds(rivals);
    EXPECT_NEAR(bounds[0].low, 0.4, 1e-15);
    EXPECT_NEAR(bounds[0].high, 0.6, 1e-15);
    const WeightRange odds = prior_weight(rivals, 0, 1);
    EXPECT_NEAR(odds.low, decibels(0.4, 0.4), 1e-12);
    EXPECT_NEAR(odds.high, decibels(0.6, 0.2), 1e-12);
    EXPECT_NEAR(odds.value, decibels(0.5, 0.3), 1e-12);
}

}  // namespace posterior_bounds_test
}  // namespace tarazy
