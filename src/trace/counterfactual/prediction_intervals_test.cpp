#include "trace/counterfactual/prediction_intervals.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/work_test.hpp"
#include "stats/normal.hpp"
#include "stats/quantile.hpp"
#include "trace/counterfactual/basque_panel_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace prediction_intervals_test {

/// Two donors, so that the weights are one number s in [0, 1]: everything can be written down.
DonorPanel two_donors() {
    DonorPanel panel;
    panel.treated = "A";
    panel.donors = {"B", "C"};
    panel.times = {1, 2, 3, 4, 5, 6, 7};
    panel.pre = 5;
    panel.actual = {1.4, 2.1, 2.4, 3.2, 3.4, 9, 9};
    panel.outcomes = {{1, 2, 2, 3, 3, 4, 5}, {2, 2, 3, 4, 4, 6, 4}};
    return panel;
}

TEST(PredictionIntervals, OfTwoDonorsAreThoseOnPaper) {
    const DonorPanel panel = two_donors();
    const ControlFit fit = synthetic_control(panel);
    PredictionOptions options;
    options.draws = 200;
    const PredictionIntervals found = prediction_intervals(panel, fit, options);
    ASSERT_EQ(found.refusal, "");
    const double s = fit.fit.weights[1];
    ASSERT_GT(s, 0);
    ASSERT_LT(s, 1);
    double mean = 0, slope = 0, squares = 0;  // squares about zero
    std::vector<double> x;
    for (std::size_t t = 0; t < 5; ++t) {
        x.push_back(panel.outcomes[1][t] - panel.outcomes[0][t]);
        slope += x[t] * x[t];
        mean += fit.gap[t] / 5;
    }
    for (std::size_t t = 0; t < 5; ++t) squares += fit.gap[t] * fit.gap[t];
    std::vector<double> low, high;
    for (std::size_t d = 0; d < options.draws; ++d) {
        Random random(options.seed, "prediction intervals of a synthetic control", d);
        double g = 0;
        for (std::size_t t = 0; t < 5; ++t)
            g += x[t] * (fit.gap[t] - mean) * std::sqrt(5.0 / 4) * normal_quantile(random.uniform());
        // (s' - s)^2 xx - 2 (s' - s) g <= 0: s' - s lies between 0 and 2 g / xx, and s' between 0 and 1.
        const double reach = std::clamp(s + 2 * g / slope, 0.0, 1.0) - s;
        const double p = panel.outcomes[1][5] - panel.outcomes[0][5];  // 2
        low.push_back(std::min(0.0, -reach * p));
        high.push_back(std::max(0.0, -reach * p));
    }
    const double tail = 0.05;
    EXPECT_NEAR(found.periods[0].in_lower, quantile(low, tail / 2).value(), 1e-6);
    EXPECT_NEAR(found.periods[0].in_upper, quantile(high, 1 - tail / 2).value(), 1e-6);
    const double outside = std::sqrt(squares / 4) * std::sqrt(2 * std::log(2 / tail));
    EXPECT_NEAR(found.periods[0].out_upper, outside, 1e-12);
    EXPECT_NEAR(found.periods[0].lower, fit.gap[5] - found.periods[0].in_upper - outside, 1e-9);
    EXPECT_NEAR(found.mean.effect, (fit.gap[5] + fit.gap[6]) / 2, 1e-12);
    EXPECT_LT(found.mean.lower, found.mean.upper);
}

TEST(PredictionIntervals, CoverWhatWouldHaveHappened) {
    std::size_t covered = 0, all = 0;
    for (std::uint64_t round = 0; round < 30; ++round) {
        Random random(7, "coverage of prediction intervals", round);
        const auto normal = [&] { return normal_quantile(random.uniform()); };
        DonorPanel panel;
        panel.treated = "A";
        panel.pre = 20;
        for (int t = 0; t < 22; ++t) panel.times.push_back(t);
        panel.actual.assign(22, 0.0);
        for (int j = 0; j < 4; ++j) {
            panel.donors.push_back(std::string(1, static_cast<char>('B' + j)));
            std::vector<double>& values = panel.outcomes.emplace_back();
            for (std::size_t t = 0; t < 22; ++t) {
                values.push_back(2 * normal());
                panel.actual[t] += values.back() / 4;
            }
        }
        for (double& value : panel.actual) value += normal();
        PredictionOptions options;
        options.draws = 30;
        options.seed = round;
        ControlOptions control;
        control.ranges = false;
        const PredictionIntervals found = prediction_intervals(panel, synthetic_control(panel, control), options);
        for (const PredictionInterval& period : found.periods) {
            covered += period.lower <= 0 && period.upper >= 0 ? 1 : 0;  // no effect: nothing was done
            ++all;
        }
    }
    EXPECT_GE(static_cast<double>(covered), 0.9 * static_cast<double>(all));
}

TEST(PredictionIntervals, SeveralLevelsAndTheMeanAloneComeFromTheSameDraws) {
    const DonorPanel panel = two_donors();
    const ControlFit fit = synthetic_control(panel);
    PredictionOptions options;
    options.draws = 40;
    options.further_levels = {0.8};
    const PredictionIntervals both = prediction_intervals(panel, fit, options);
    options.further_levels = {};
    options.level = 0.8;
    options.mean_only = true;
    const PredictionIntervals mean = prediction_intervals(panel, fit, options);
    ASSERT_EQ(both.further.size(), 1u);
    EXPECT_NEAR(both.further[0].mean.lower, mean.mean.lower, 1e-6);
    EXPECT_GT(both.further[0].mean.lower, both.mean.lower);
    EXPECT_TRUE(mean.periods.empty());
}

TEST(PredictionIntervals, QuantilesOfResidualsMayBoundShocks) {
    const DonorPanel panel = two_donors();
    const ControlFit fit = synthetic_control(panel);
    PredictionOptions options;
    options.outside = OutsideError::quantile;
    const PredictionIntervals found = prediction_intervals(panel, fit, options);
    EXPECT_NEAR(found.periods[0].out_lower, std::min(0.0, quantile(std::span(fit.gap).first(5), 0.025).value()), 1e-12);
}

TEST(PredictionIntervals, AFitThatIsOffOnAverageMakesThemWideNotShifted) {
    DonorPanel panel = two_donors();
    for (double& value : panel.actual) value += 10;  // far outside of what donors can make
    const ControlFit fit = synthetic_control(panel);
    const PredictionIntervals found = prediction_intervals(panel, fit);
    ASSERT_EQ(found.refusal, "");
    for (const PredictionInterval& period : found.periods) {
        EXPECT_LE(period.lower, period.effect);
        EXPECT_GE(period.upper, period.effect);
        EXPECT_GT(period.upper - period.lower, 20);
    }
}

TEST(PredictionIntervals, WithoutResidualsOrDegreesOfFreedomThereIsNoneAndItIsSaid) {
    DonorPanel exact = two_donors();
    exact.actual = {1.5, 2, 2.5, 3.5, 3.5, 9, 9};
    EXPECT_NE(prediction_intervals(exact, synthetic_control(exact)).refusal.find("exactly"), std::string::npos);
    DonorPanel narrow = two_donors();
    narrow.pre = 1;
    ControlFit fit = synthetic_control(two_donors());
    EXPECT_NE(prediction_intervals(narrow, fit).refusal.find("no degree of freedom"), std::string::npos);
}

TEST(PredictionIntervals, TheSameAtAnyNumberOfThreadsAndStoppable) {
    const DonorPanel panel = basque::panel();
    ControlOptions control;
    control.ranges = false;
    const ControlFit fit = synthetic_control(panel, control);
    PredictionOptions options;
    options.draws = 20;
    options.threads = 1;
    const PredictionIntervals one = prediction_intervals(panel, fit, options);
    options.threads = 3;
    const PredictionIntervals three = prediction_intervals(panel, fit, options);
    EXPECT_EQ(one.mean.lower, three.mean.lower);
    EXPECT_EQ(one.periods.back().upper, three.periods.back().upper);
    const DonorPanel small = two_donors();
    const ControlFit small_fit = synthetic_control(small);
    expect_stoppable([&](const Work& work) {
        PredictionOptions stoppable;
        stoppable.work = work;
        (void)prediction_intervals(small, small_fit, stoppable);
    });
    options.level = 1.5;
    EXPECT_THROW((void)prediction_intervals(panel, fit, options), UsageError);
}

}  // namespace prediction_intervals_test
}  // namespace tarazy
