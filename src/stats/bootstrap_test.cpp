#include "stats/bootstrap.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace tarazy {
namespace bootstrap_test {

double mean(const std::vector<double>& values, const std::vector<std::uint32_t>& draw) {
    double sum = 0;
    for (const std::uint32_t item : draw) sum += values[item];
    return sum / static_cast<double>(draw.size());
}

struct Resampled {
    std::vector<double> replicates, jackknife;
    double estimate;
};

Resampled resample_mean(const std::vector<double>& values, std::uint64_t seed) {
    Resampled result;
    const double n = static_cast<double>(values.size());
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    result.estimate = sum / n;
    for (const auto& draw : bootstrap_draws(values.size(), 2000, seed, "test")) {
        result.replicates.push_back(mean(values, draw));
    }
    for (const double value : values) result.jackknife.push_back((sum - value) / (n - 1));
    return result;
}

TEST(Bootstrap, PercentileIntervalOfAMeanHasTheStandardErrorOfTheory) {
    std::vector<double> values;
    Random random(5, "sample", 0);
    for (int i = 0; i < 200; ++i) values.push_back(random.uniform());
    const Resampled r = resample_mean(values, 1);
    const auto interval = bootstrap_interval(r.replicates, r.estimate, {}, 0.9, IntervalKind::percentile);
    const double half_width = 1.645 * std::sqrt(1.0 / 12 / 200);
    EXPECT_NEAR(interval->upper - r.estimate, half_width, 0.15 * half_width);
    EXPECT_NEAR(r.estimate - interval->lower, half_width, 0.15 * half_width);
}

TEST(Bootstrap, BcaShiftsTheIntervalOfASkewedSampleToTheLongTail) {
    std::vector<double> values;
    Random random(5, "sample", 1);
    for (int i = 0; i < 40; ++i) values.push_back(-std::log(random.uniform()));
    const Resampled r = resample_mean(values, 1);
    const auto plain = bootstrap_interval(r.replicates, r.estimate, r.jackknife, 0.9, IntervalKind::percentile);
    const auto bca = bootstrap_interval(r.replicates, r.estimate, r.jackknife, 0.9, IntervalKind::bca);
    EXPECT_GT(bca->lower, plain->lower);
    EXPECT_GT(bca->upper, plain->upper);
}

TEST(Bootstrap, AConstantStatisticHasAnIntervalOfNoWidth) {
    const std::vector<double> same(100, 0.5);
    const auto interval = bootstrap_interval(same, 0.5, same, 0.9, IntervalKind::bca);
    EXPECT_EQ(interval->lower, 0.5);
    EXPECT_EQ(interval->upper, 0.5);
}

TEST(Bootstrap, UndefinedReplicatesAreLeftOut) {
    EXPECT_FALSE(bootstrap_interval(std::vector<double>{NAN, NAN, 1}, 1, {}, 0.9, IntervalKind::percentile));
}

TEST(Bootstrap, OneReplicateDoesNotDependOnHowManyAreDrawn) {
    EXPECT_EQ(bootstrap_draws(50, 3, 9, "x")[2], bootstrap_draws(50, 100, 9, "x")[2]);
    EXPECT_NE(bootstrap_draws(50, 3, 9, "x")[2], bootstrap_draws(50, 3, 10, "x")[2]);
}

}  // namespace bootstrap_test
}  // namespace tarazy
