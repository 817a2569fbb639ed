#include "text/estimates/corrected_mean.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace tarazy::corrected_mean_test {
namespace {

CorrectedUnits five_units() {
    return {{1, 0, 1, 0, 1}, {1.0, std::nullopt, 0.0, 0.0, std::nullopt}, {0.5, 0.5, 0.5, 0.5, 0.5}};
}

TEST(CorrectedMean, ByHand) {
    const HandMoments moments = hand_moments(five_units());
    EXPECT_EQ(moments.units, 5u);
    EXPECT_EQ(moments.sampled, 3u);
    EXPECT_NEAR(moments.machine_mean, 0.6, 1e-15);
    EXPECT_NEAR(moments.hand_mean, 1.0 / 3, 1e-15);
    EXPECT_NEAR(moments.covariance, 1.0 / 6, 1e-15);
    const MeanEstimate powered = prediction_powered_mean(moments, 1, 0.95);
    EXPECT_NEAR(powered.estimate, 0.6 + 1.0 / 3 - 2.0 / 3, 1e-15);
    EXPECT_NEAR(powered.se * powered.se, 0.3 / 5 + (1.0 / 3) / 3, 1e-15);
    EXPECT_NEAR(powered.upper - powered.estimate, 1.959963984540054 * powered.se, 1e-14);
    EXPECT_NEAR(least_variance_lambda(moments), (1.0 / 6) / (1.6 * 0.3), 1e-15);
    EXPECT_NEAR(prediction_powered_mean(moments, 0, 0.95).estimate, hand_mean(moments, 0.95).estimate, 1e-15);
    EXPECT_NEAR(prediction_powered_mean(moments, 0, 0.95).se, hand_mean(moments, 0.95).se, 1e-15);
    // f + R / pi (Y - f) = 1, 0, -1, 0, 1
    const MeanEstimate weighted = design_weighted_mean(five_units(), 0.95);
    EXPECT_NEAR(weighted.estimate, 0.2, 1e-15);
    EXPECT_NEAR(weighted.se * weighted.se, (2 * 0.64 + 2 * 0.04 + 1.44) / 4 / 5, 1e-15);
}

TEST(CorrectedMean, WithoutProbabilitiesTheShareCodedIsTaken) {
    CorrectedUnits units = five_units();
    const double with = design_weighted_mean({units.machine, units.hand, {0.6, 0.6, 0.6, 0.6, 0.6}}, 0.95).estimate;
    units.probability.clear();
    EXPECT_NEAR(design_weighted_mean(units, 0.95).estimate, with, 1e-15);
}

TEST(CorrectedMean, AMachineThatNeverVariesIsNotTrusted) {
    const HandMoments moments = hand_moments({{1, 1, 1, 1}, {1.0, 0.0, std::nullopt, std::nullopt}, {}});
    EXPECT_EQ(least_variance_lambda(moments), 0);
}

struct Coverage {
    double hand = 0, ppi = 0, plus = 0, weighted = 0, width_hand = 0, width_plus = 0;
};

/// Share of 1,500 drawn studies whose interval holds the true share. Units are of two strata that are sampled unequally
/// when `unequal`, else a simple random sample.
/// @param right  chance that the machine's code is right (0.5: it knows nothing)
Coverage coverage_of(double right, bool unequal) {
    const std::size_t draws = 1500, all = 1200;
    const std::array<double, 2> truth = {0.4, 0.15};
    const std::array<double, 2> chance = unequal ? std::array<double, 2>{0.2, 0.08} : std::array<double, 2>{0.12, 0.12};
    const double mean = (truth[0] + truth[1]) / 2;
    Coverage coverage;
    for (std::size_t draw = 0; draw < draws; ++draw) {
        Random random(11, "coverage of corrected means", draw);
        CorrectedUnits units;
        for (std::size_t unit = 0; unit < all; ++unit) {
            const std::size_t stratum = random.below(2);
            const double y = random.uniform() < truth[stratum] ? 1 : 0;
            units.machine.push_back(random.uniform() < right ? y : 1 - y);
            units.probability.push_back(chance[stratum]);
            units.hand.push_back(random.uniform() < chance[stratum] ? std::optional(y) : std::nullopt);
        }
        const HandMoments moments = hand_moments(units);
        const auto covers = [&](const MeanEstimate& one) {
            return one.lower <= mean && mean <= one.upper ? 1.0 / static_cast<double>(draws) : 0;
        };
        const MeanEstimate hand = hand_mean(moments, 0.95);
        const MeanEstimate plus = prediction_powered_mean(moments, least_variance_lambda(moments), 0.95);
        coverage.hand += covers(hand);
        coverage.ppi += covers(prediction_powered_mean(moments, 1, 0.95));
        coverage.plus += covers(plus);
        coverage.weighted += covers(design_weighted_mean(units, 0.95));
        coverage.width_hand += hand.se / static_cast<double>(draws);
        coverage.width_plus += plus.se / static_cast<double>(draws);
    }
    return coverage;
}

TEST(CorrectedMean, IntervalsCoverWhateverTheQualityOfTheMachine) {
    for (const double right : {0.95, 0.7, 0.5}) {
        const Coverage equal = coverage_of(right, false);
        for (const double share : {equal.hand, equal.ppi, equal.plus, equal.weighted}) {
            EXPECT_GT(share, 0.93) << right;
            EXPECT_LT(share, 0.97) << right;
        }
        EXPECT_LT(equal.width_plus, equal.width_hand * 1.01) << "never wider than the hand sample alone";
        if (right > 0.9) {
            EXPECT_LT(equal.width_plus, equal.width_hand * 0.7);
        }
        const Coverage unequal = coverage_of(right, true);
        EXPECT_GT(unequal.weighted, 0.93) << right;
        EXPECT_LT(unequal.weighted, 0.97) << right;
        EXPECT_LT(unequal.hand, 0.8) << "the plain mean of an unequal sample is biased";
    }
}

TEST(CorrectedMean, ThePlannedNumberGivesTheHalfWidth) {
    HandMoments moments{2000, 100, 0.3, 0.21, 0.3, 0.21, 0.3, 0.21, 0.15};
    for (const double half : {0.03, 0.05, 0.1}) {
        const auto needed = units_to_code(moments, half, 0.95, true), alone = units_to_code(moments, half, 0.95, false);
        ASSERT_TRUE(needed && alone);
        EXPECT_LT(*needed, *alone);
        moments.sampled = *needed;
        const MeanEstimate then = prediction_powered_mean(moments, least_variance_lambda(moments), 0.95);
        EXPECT_LE((then.upper - then.lower) / 2, half + 1e-12);
        moments.sampled = *needed - 1;
        const MeanEstimate less = prediction_powered_mean(moments, least_variance_lambda(moments), 0.95);
        EXPECT_GT((less.upper - less.lower) / 2, half);
    }
    EXPECT_FALSE(units_to_code(moments, 0.001, 0.95, true)) << "not even all units";
}

}  // namespace
}  // namespace tarazy::corrected_mean_test
