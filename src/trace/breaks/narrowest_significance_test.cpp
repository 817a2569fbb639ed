#include "trace/breaks/narrowest_significance.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/work_test.hpp"
#include "stats/normal.hpp"
#include "trace/breaks/lagged_deviation.hpp"
#include "trace/breaks/reference_series_test.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tarazy {
namespace narrowest_significance_test {

using testing_breaks::reference_series;

struct PeerRow {
    std::string series;
    double alpha = 0, sigma = 0, threshold = 0, peer = 0, all = 0;
    std::size_t start = 0, end = 0;
};

std::vector<PeerRow> peer_rows() {
    const Table table = read_table(TARAZY_SOURCE_DIR "/src/trace/testdata/nsp.csv");
    std::vector<PeerRow> rows;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        const auto number = [&](const char* column) { return number_in(table, column, r).value(); };
        rows.push_back({text_in(table, "series", r), number("alpha"), number("sigma"), number("threshold"),
                        number("value_peer"), number("value_all"), static_cast<std::size_t>(number("start")),
                        static_cast<std::size_t>(number("end"))});
    }
    return rows;
}

// `value_dyadic` of the file takes dyadic lengths up to the whole interval, the peer only up to its half: in two rows
// that makes a difference, and ours is the peer's.
TEST(NarrowestSignificance, NoiseThresholdAndDeviationsAreThoseOfTheReference) {
    for (const PeerRow& row : peer_rows()) {
        const std::vector<double>& y = reference_series(row.series);
        const NarrowestSignificance found = narrowest_significance(y, {.alpha = row.alpha});
        EXPECT_NEAR(found.sigma, row.sigma, 1e-9 * row.sigma) << row.series;
        EXPECT_NEAR(found.threshold, row.threshold, 1e-9 * row.threshold) << row.series;
        const auto inside = std::span(y).subspan(row.start - 1, row.end - row.start + 1);
        const double scale = std::max(1.0, row.all);
        EXPECT_NEAR(deviation_from_constant(inside, StretchLengths::dyadic), row.peer, 1e-6 * scale) << row.series;
        EXPECT_NEAR(deviation_from_constant(inside, StretchLengths::all), row.all, 1e-6 * scale) << row.series;
    }
}

TEST(NarrowestSignificance, IntervalsWithDyadicLengthsAreThoseOfThePeer) {
    for (const char* series : {"nile", "kz_ru_agree", "kz_cn_agree"}) {
        for (const double alpha : {0.05, 0.1}) {
            std::vector<std::pair<std::size_t, std::size_t>> expected, ours;
            for (const PeerRow& row : peer_rows()) {
                if (row.series == series && row.alpha == alpha) expected.emplace_back(row.start, row.end);
            }
            const auto found =
                narrowest_significance(reference_series(series), {.alpha = alpha, .norm = StretchLengths::dyadic});
            for (const auto& interval : found.intervals) ours.emplace_back(interval.start, interval.end);
            EXPECT_EQ(ours, expected) << series << ' ' << alpha;
        }
    }
}

/// The same by the definition: every interval and every constant on a grid that holds all crossings of two stretches.
std::vector<SignificantInterval> by_definition(std::span<const double> y, double threshold, std::size_t offset) {
    std::vector<SignificantInterval> best;
    for (std::size_t width = 2; width <= y.size() && best.empty(); ++width) {
        for (std::size_t s = 0; s + width <= y.size(); ++s) {
            const double value = deviation_from_constant(y.subspan(s, width), StretchLengths::all);
            if (value > threshold && (best.empty() || value > best[0].deviation))
                best = {{s + 1 + offset, s + width + offset, value}};
        }
    }
    if (best.empty()) return {};
    const std::size_t s = best[0].start - 1 - offset, e = best[0].end - 1 - offset;
    auto all = by_definition(y.first(s + 1), threshold, offset);
    all.push_back(best[0]);
    for (const auto& right : by_definition(y.subspan(e), threshold, offset + e)) all.push_back(right);
    return all;
}

TEST(NarrowestSignificance, EveryLengthNeverFindsFewerAndIsTheDefinition) {
    for (const char* series : {"nile", "kz_ru_agree", "kz_cn_agree", "syn_mean", "syn_pois"}) {
        const std::vector<double>& y = reference_series(series);
        const auto all = narrowest_significance(y),
                   dyadic = narrowest_significance(y, {.norm = StretchLengths::dyadic});
        EXPECT_GE(all.intervals.size(), dyadic.intervals.size()) << series;
        if (y.size() > 100) continue;
        const auto expected = by_definition(y, all.threshold, 0);
        ASSERT_EQ(all.intervals.size(), expected.size()) << series;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            EXPECT_EQ(all.intervals[i].start, expected[i].start);
            EXPECT_EQ(all.intervals[i].end, expected[i].end);
            EXPECT_NEAR(all.intervals[i].deviation, expected[i].deviation, 1e-9 * expected[i].deviation);
        }
    }
}

TEST(NarrowestSignificance, DeviationIsTheMinimumOverConstants) {
    const std::vector<double> y{1, 4, -2, 0.5, 7, 6.5, 5};
    double least = std::numeric_limits<double>::infinity();
    for (double c = -3; c < 8; c += 0.0005) {
        double largest = 0;
        for (std::size_t a = 0; a < y.size(); ++a) {
            double sum = 0;
            for (std::size_t b = a; b < y.size(); ++b) {
                sum += y[b] - c;
                largest = std::max(largest, std::abs(sum) / std::sqrt(static_cast<double>(b - a + 1)));
            }
        }
        least = std::min(least, largest);
    }
    EXPECT_NEAR(deviation_from_constant(y, StretchLengths::all), least, 1e-3);
}

TEST(NarrowestSignificance, SimulatedThresholdIsLargerForShortSeries) {
    const std::vector<double>& y = reference_series("kz_ru_agree");
    NarrowestOptions options{.threshold = NoiseThreshold::simulated};
    const auto simulated = narrowest_significance(y, options), asymptotic = narrowest_significance(y);
    EXPECT_GT(simulated.threshold, asymptotic.threshold);
    options.threads = 2;
    EXPECT_EQ(narrowest_significance(y, options).threshold, simulated.threshold);
    options.sigma = simulated.sigma;
    EXPECT_LT(narrowest_significance(y, options).threshold, simulated.threshold) << "known noise needs less";
}

TEST(NarrowestSignificance, SlowSimulatedThresholdsKeepTheErrorLevel) {
    std::size_t alarms = 0;
    for (std::uint64_t replicate = 0; replicate < 600; ++replicate) {
        Random random(23, "test of guaranteed intervals", replicate);
        std::vector<double> y(28);
        for (double& value : y) value = normal_quantile(random.uniform());
        NarrowestOptions options{.alpha = 0.1, .threshold = NoiseThreshold::simulated, .samples = 499, .seed = 9};
        alarms += narrowest_significance(y, options).intervals.empty() ? 0 : 1;
    }
    EXPECT_LE(alarms, 60u + 22u);  // at most 10 %, by three standard errors
}

TEST(NarrowestSignificance, WhatHasNoNoiseIsNamed) {
    EXPECT_THROW((void)narrowest_significance(std::vector<double>{1, 2}), InputError);
    EXPECT_THROW((void)narrowest_significance(std::vector<double>{1, 1, 1, 1}), InputError);
    try {
        (void)narrowest_significance(std::vector<double>{0, 0, 0, 0, 1, 1, 1, 1});
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("estimated as zero"), std::string::npos);
        EXPECT_EQ(std::string(error.what()).find("sigma"), std::string::npos) << "no option has this name";
    }
    const auto known = narrowest_significance(std::vector<double>{0, 0, 0, 0, 1, 1, 1, 1}, {.sigma = 0.1});
    ASSERT_EQ(known.intervals.size(), 1u);
    EXPECT_EQ(known.intervals[0].start, 4u);
    EXPECT_EQ(known.intervals[0].end, 5u);
    EXPECT_THROW((void)narrowest_significance(reference_series("nile"), {.alpha = 0}), UsageError);
    EXPECT_THROW((void)narrowest_significance(reference_series("nile"), {.sigma = -1.0}), UsageError);
    EXPECT_THROW((void)narrowest_significance(reference_series("nile"),
                                              {.alpha = 0.01, .threshold = NoiseThreshold::simulated, .samples = 50}),
                 UsageError);
}

/// Autoregressive noise of innovations with variance 1, `step` added from the observation `from` on.
std::vector<double> autoregressive(std::size_t n, double phi, std::uint64_t replicate, double step = 0,
                                   std::size_t from = 0) {
    Random random(31, "test of intervals with lags", replicate);
    std::vector<double> y(n);
    double noise = 0;
    for (std::size_t t = 0; t < n + 50; ++t) {
        noise = phi * noise + normal_quantile(random.uniform());
        if (t >= 50) y[t - 50] = noise + (t - 50 >= from ? step : 0);
    }
    return y;
}

/// Largest |sum|/sqrt(length) that these coefficients of the constant and the lags leave.
double left_over(std::span<const double> y, std::span<const double> coefficients) {
    const std::size_t lags = coefficients.size() - 1;
    double largest = 0;
    for (std::size_t a = lags; a < y.size(); ++a) {
        double sum = 0;
        for (std::size_t b = a; b < y.size(); ++b) {
            sum += y[b] - coefficients[0];
            for (std::size_t k = 1; k <= lags; ++k) sum -= coefficients[k] * y[b - k];
            largest = std::max(largest, std::abs(sum) / std::sqrt(static_cast<double>(b - a + 1)));
        }
    }
    return largest;
}

/// The minimum by trying the neighbours of a grid that shrinks about its best point; convex, so that it ends there.
double least_left_over(std::span<const double> y, std::size_t lags) {
    std::vector<double> best(lags + 1, 0);
    double least = left_over(y, best);
    for (double width = 4; width > 1e-7; width *= 0.8) {
        const std::vector<double> centre = best;
        const std::size_t points = lags == 1 ? 441 : 9261;
        for (std::size_t point = 0; point < points; ++point) {
            std::vector<double> at = centre;
            for (std::size_t k = 0, rest = point; k <= lags; ++k, rest /= 21)
                at[k] += width * (static_cast<double>(rest % 21) - 10) / 10;
            const double value = left_over(y, at);
            if (value < least) {
                least = value;
                best = at;
            }
        }
    }
    return least;
}

TEST(NarrowestSignificance, DeviationWithLagsIsTheMinimumOverAGrid) {
    for (std::uint64_t replicate = 0; replicate < 6; ++replicate) {
        const std::size_t lags = replicate < 4 ? 1 : 2;
        const std::vector<double> y = autoregressive(10, 0.4, replicate, 3, 5);
        const LaggedDeviation exact(y, lags, false);
        const double value = exact.deviation(0, exact.responses(), {});
        // A grid comes near to the ridge on which the minimum lies, not onto it: lagged_deviation_test.cpp is exact.
        const double tried = least_left_over(y, lags);
        EXPECT_LE(value, tried + 1e-8) << replicate;
        EXPECT_NEAR(value, tried, 2e-3) << replicate;
        EXPECT_TRUE(exact.exceeds(0, exact.responses(), value - 1e-6, {}));
        EXPECT_FALSE(exact.exceeds(0, exact.responses(), value + 1e-6, {}));
    }
}

TEST(NarrowestSignificance, DeviationWithoutLagsIsThatOfTheEnvelopeAndNeverFallsAsIntervalsGrow) {
    const std::vector<double>& nile = reference_series("nile");
    EXPECT_NEAR(LaggedDeviation(nile, 0, false).deviation(0, nile.size(), {}),
                deviation_from_constant(nile, StretchLengths::all), 1e-6);
    EXPECT_NEAR(LaggedDeviation(nile, 0, true).deviation(0, nile.size(), {}),
                deviation_from_constant(nile, StretchLengths::dyadic), 1e-6);
    const std::vector<double> y = autoregressive(60, 0.5, 3, 9, 30);
    double before = 0;
    for (std::size_t lags = 4; lags-- > 0; before = 0) {
        const LaggedDeviation data(y, lags, false);
        for (std::size_t width = 1; width <= data.responses(); ++width) {
            const double value = data.deviation(0, width, {});
            EXPECT_GE(value, before - 1e-8) << lags << ' ' << width;
            before = value;
        }
    }
    // p + 1 responses are fitted exactly, and so is a series that is its own past.
    EXPECT_NEAR(LaggedDeviation(y, 2, false).deviation(7, 3, {}), 0, 1e-8);
    const std::vector<double> doubling{1, 2, 4, 8, 16, 32, 64, 128};
    EXPECT_NEAR(LaggedDeviation(doubling, 3, false).deviation(0, 5, {}), 0, 1e-6);
    // Where the lag is constant: 5 - c = 2 c at the best c.
    EXPECT_NEAR(LaggedDeviation(std::vector<double>{0, 0, 0, 0, 0, 5}, 1, false).deviation(0, 5, {}), 10.0 / 3, 1e-8);
}

TEST(NarrowestSignificance, WithALagDependentNoiseRaisesNoMoreAlarmsThanAlpha) {
    std::size_t alarms = 0, without = 0;
    for (std::uint64_t replicate = 0; replicate < 200; ++replicate) {
        const std::vector<double> y = autoregressive(60, 0.5, replicate);
        alarms += narrowest_significance(y, {.alpha = 0.1, .lags = 1}).intervals.empty() ? 0 : 1;
        without += narrowest_significance(y, {.alpha = 0.1}).intervals.empty() ? 0 : 1;
    }
    EXPECT_LE(alarms, 20u);
    EXPECT_GE(without, 60u) << "the level without lags is lost";
}

TEST(NarrowestSignificance, WithALagALargeStepInDependentNoiseIsFoundWhereItIs) {
    for (std::uint64_t replicate = 0; replicate < 10; ++replicate) {
        const std::vector<double> y = autoregressive(100, 0.5, replicate, 15, 50);
        for (const std::size_t lags : {1u, 2u}) {
            const auto found = narrowest_significance(y, {.lags = lags});
            ASSERT_FALSE(found.intervals.empty()) << replicate << ' ' << lags;
            bool holds = false;  // the step follows observation 50
            for (const auto& interval : found.intervals) holds = holds || (interval.start <= 50 && interval.end > 50);
            EXPECT_TRUE(holds) << replicate << ' ' << lags;
        }
    }
}

TEST(NarrowestSignificance, WithLagsThresholdsAreThoseOfAsManyInnovations) {
    const std::vector<double> y = autoregressive(40, 0.5, 1, 12, 20);
    const auto found = narrowest_significance(y, {.lags = 2});
    EXPECT_NEAR(found.threshold, found.sigma * kabluchko_threshold(38, 0.1), 1e-12);
    EXPECT_EQ(narrowest_significance(y, {.sigma = 1.5, .lags = 2}).sigma, 1.5);
    NarrowestOptions options{.threshold = NoiseThreshold::simulated, .lags = 1, .samples = 199};
    const auto one = narrowest_significance(y, options);
    options.threads = 3;
    const auto three = narrowest_significance(y, options);
    EXPECT_EQ(one.threshold, three.threshold);
    ASSERT_EQ(one.intervals.size(), three.intervals.size());
    for (std::size_t i = 0; i < one.intervals.size(); ++i)
        EXPECT_EQ(one.intervals[i].deviation, three.intervals[i].deviation);
}

TEST(NarrowestSignificance, TooShortASeriesForItsLagsIsNamed) {
    const std::vector<double> y = autoregressive(14, 0.5, 1);
    EXPECT_NO_THROW((void)narrowest_significance(y, {.lags = 1}));
    try {
        (void)narrowest_significance(y, {.lags = 2});
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("14 observations is too short for 2 lags"), std::string::npos);
        EXPECT_NE(std::string(error.what()).find("at least 15"), std::string::npos);
    }
    EXPECT_THROW((void)narrowest_significance(y, {.lags = 4}), UsageError);
    const std::vector<double> wave{0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
    EXPECT_THROW((void)narrowest_significance(wave, {.lags = 1}), InputError);
}

TEST(NarrowestSignificance, StopsWhenAsked) {
    const std::vector<double> y = autoregressive(100, 0.5, 2, 15, 50);
    expect_stoppable([&](const Work& work) { (void)narrowest_significance(y, {.lags = 1, .work = work}); });
    expect_stoppable([&](const Work& work) {
        (void)narrowest_significance(
            reference_series("nile"),
            {.threshold = NoiseThreshold::simulated, .samples = 2000, .threads = 2, .work = work});
    });
}

}  // namespace narrowest_significance_test
}  // namespace tarazy
