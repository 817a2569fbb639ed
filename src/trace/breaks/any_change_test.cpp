#include "trace/breaks/any_change.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/work_test.hpp"
#include "stats/normal.hpp"
#include "trace/breaks/reference_series_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace any_change_test {

using testing_breaks::reference_series;

/// Autoregression of first order about a constant level.
std::vector<double> around_one_level(std::size_t n, double dependence, std::uint64_t replicate) {
    Random random(17, "test series about one level", replicate);
    std::vector<double> y;
    double value = normal_quantile(random.uniform()) / std::sqrt(1 - dependence * dependence);
    for (std::size_t i = 0; i < n; ++i) {
        value = dependence * value + normal_quantile(random.uniform());
        y.push_back(value);
    }
    return y;
}

TEST(AnyChange, StatisticByHand) {
    // mean 2, deviations sum to -1, -3, -4 (so far): |S| sqrt(n/(t (n-t))), largest after 3
    const std::vector<double> y{1, 0, 1, 6};
    const AnyChange found = largest_mean_difference(y);
    EXPECT_EQ(found.at, 3u);
    EXPECT_NEAR(found.statistic, 4 * std::sqrt(4.0 / 3) / std::sqrt(22.0 / 3), 1e-14);
    EXPECT_EQ(largest_mean_difference(reference_series("nile")).at, 28u);
}

TEST(AnyChange, AllOrdersOfAShortSeriesAreLookedAt) {
    // Of the 24 orders of 0, 0, 1, 1 the two with both zeros together at one end are as large: 8 of 24.
    const AnyChange found = any_change(std::vector<double>{0, 0, 1, 1});
    EXPECT_TRUE(found.exact);
    EXPECT_EQ(found.samples, 24u);
    EXPECT_NEAR(found.p, 8.0 / 24, 1e-15);
    EXPECT_EQ(any_change(std::vector<double>{0, 1, 2, 3, 10, 11, 12, 13}).samples, 40320u);
    EXPECT_LT(any_change(std::vector<double>{0, 1, 2, 3, 10, 11, 12, 13}).p, 0.06);
}

TEST(AnyChange, RandomOrdersComeCloseToAllOrders) {
    // The ninth value makes the series one too long for all orders; 9! = 362,880 of them by hand here.
    const std::vector<double> y{3, 1, 4, 1, 5, 9, 2, 6, 5.5};
    const double observed = largest_mean_difference(y).statistic;
    std::vector<double> order = y;
    std::ranges::sort(order);
    std::size_t as_large = 0, all = 0;
    do {
        ++all;
        as_large += largest_mean_difference(order).statistic >= observed * (1 - 1e-10) ? 1 : 0;
    } while (std::ranges::next_permutation(order).found);
    const AnyChange found = any_change(y);
    EXPECT_FALSE(found.exact);
    EXPECT_NEAR(found.p, static_cast<double>(as_large) / static_cast<double>(all), 0.015);
}

TEST(AnyChange, KnownChangesAreFoundUnderBothNulls) {
    for (const char* name : {"nile", "kz_ru_agree", "one_step"}) {
        AnyChangeOptions options;
        options.samples = 1999;
        EXPECT_LT(any_change(reference_series(name), options).p, 0.01) << name;
        options.null = NoChange::serial;
        const AnyChange blocks = any_change(reference_series(name), options);
        EXPECT_GT(blocks.block, 1u);
        // Twenty observations hold too few blocks to be sure of anything.
        if (reference_series(name).size() > 20) {
            EXPECT_LT(blocks.p, 0.12) << name;
        }
    }
}

TEST(AnyChange, TheSameForAnyNumberOfThreadsAndSeed) {
    AnyChangeOptions options;
    options.null = NoChange::serial;
    options.samples = 999;
    const AnyChange one = any_change(reference_series("kz_cn_agree"), options);
    options.threads = 2;
    EXPECT_EQ(any_change(reference_series("kz_cn_agree"), options).p, one.p);
    options.seed = 2;
    EXPECT_NEAR(any_change(reference_series("kz_cn_agree"), options).p, one.p, 0.05);
}

TEST(AnyChange, SlowFalseAlarmsOfIndependentSeriesAreAsRareAsStated) {
    std::size_t alarms = 0;
    AnyChangeOptions options;
    options.samples = 199;
    for (std::uint64_t replicate = 0; replicate < 1000; ++replicate)
        alarms += any_change(around_one_level(28, 0, replicate), options).p <= 0.05 ? 1 : 0;
    EXPECT_NEAR(static_cast<double>(alarms), 50, 3 * std::sqrt(47.5));
}

TEST(AnyChange, BlocksGrowWithTheDependence) {
    EXPECT_EQ(default_block_length(around_one_level(64, 0, 1)), 4u);
    EXPECT_GT(default_block_length(around_one_level(64, 0.9, 1)), 6u);
    EXPECT_LE(default_block_length(around_one_level(64, 0.9, 1)), 16u);
}

TEST(AnyChange, WhatCannotBeTestedIsNamed) {
    EXPECT_THROW((void)any_change(std::vector<double>{1, 1, 1}), InputError);
    EXPECT_THROW((void)any_change(std::vector<double>{1, std::nan(""), 1}), InputError);
    AnyChangeOptions options;
    options.samples = 5;
    EXPECT_THROW((void)any_change(reference_series("nile"), options), UsageError);
    options = {.null = NoChange::serial, .block = 60};
    EXPECT_THROW((void)any_change(reference_series("nile"), options), UsageError);
}

TEST(AnyChange, StopsWhenAsked) {
    expect_stoppable([&](const Work& work) {
        (void)any_change(reference_series("nile"), {.samples = 99'999, .threads = 2, .work = work});
    });
}

}  // namespace any_change_test
}  // namespace tarazy
