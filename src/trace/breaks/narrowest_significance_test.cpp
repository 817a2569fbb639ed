#include "trace/breaks/narrowest_significance.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/work_test.hpp"
#include "stats/normal.hpp"
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

TEST(NarrowestSignificance, StopsWhenAsked) {
    expect_stoppable([&](const Work& work) {
        (void)narrowest_significance(
            reference_series("nile"),
            {.threshold = NoiseThreshold::simulated, .samples = 2000, .threads = 2, .work = work});
    });
}

}  // namespace narrowest_significance_test
}  // namespace tarazy
