#include "trace/breaks/e_divisive.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "trace/breaks/reference_series_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace e_divisive_test {

using testing_breaks::reference_series;

// `estimates` of the peer are first observations of segments, n + 1 included; the last p is of the split not made. Both
// p-values come from 499 permutations, so that they differ by chance.
TEST(EDivisive, SplitsAndTheirOrderAreThoseOfThePeer) {
    const auto peer = nlohmann::json::parse(std::ifstream(TARAZY_SOURCE_DIR "/src/trace/testdata/edivisive.json"));
    for (const auto& [name, expected] : peer.items()) {
        const std::vector<double>& y = reference_series(name);
        // The second split of discoveries has p = .05 exactly there, so that chance decides whether it is made.
        const EDivisive found = e_divisive(y, {.significance = name == "discoveries" ? 0.08 : 0.05});
        std::vector<std::size_t> estimates{1};
        for (const std::size_t change : found.changes) estimates.push_back(change + 1);
        estimates.push_back(y.size() + 1);
        EXPECT_EQ(estimates, expected["estimates"].get<std::vector<std::size_t>>()) << name;
        ASSERT_EQ(found.splits.size(), expected["p"].size()) << name;
        for (std::size_t i = 0; i < found.splits.size(); ++i) {
            const auto p = expected["p"][i].get<double>();
            EXPECT_NEAR(found.splits[i].p, p, std::max(0.02, 4.5 * std::sqrt(p * (1 - p) / 500))) << name << ' ' << i;
            if (!found.splits[i].accepted) continue;
            EXPECT_EQ(found.splits[i].change_after + 1, expected["order.found"][i + 2].get<std::size_t>()) << name;
        }
        EXPECT_EQ(found.splits.back().change_after + 1, expected["considered.last"].get<std::size_t>()) << name;
    }
}

TEST(EDivisive, StatisticByHand) {
    // Sides {0, 1} and {4, 6}: across 4 + 6 + 3 + 5 = 18, inside 1 and 2; 4/4 (2 * 18/4 - 1 - 2) = 6
    EDivisiveOptions options;
    options.min_segment = 2;
    options.permutations = 99;
    const EDivisive found = e_divisive(std::vector<double>{0, 1, 4, 6}, options);
    ASSERT_EQ(found.splits.size(), 1u);
    EXPECT_EQ(found.splits[0].change_after, 2u);
    EXPECT_NEAR(found.splits[0].statistic, 6, 1e-14);
    options.alpha = 2;
    // 2 * (16 + 36 + 9 + 25)/4 - 1 - 4 = 38
    EXPECT_NEAR(e_divisive(std::vector<double>{0, 1, 4, 6}, options).splits[0].statistic, 38, 1e-13);
    options.alpha = 0.5;
    EXPECT_LT(e_divisive(std::vector<double>{0, 1, 4, 6}, options).splits[0].statistic, 6);
}

TEST(EDivisive, TheSameForAnyNumberOfThreads) {
    EDivisiveOptions options;
    options.permutations = 99;
    const EDivisive one = e_divisive(reference_series("syn_meanvar"), options);
    options.threads = 2;
    const EDivisive two = e_divisive(reference_series("syn_meanvar"), options);
    ASSERT_EQ(one.splits.size(), two.splits.size());
    for (std::size_t i = 0; i < one.splits.size(); ++i) EXPECT_EQ(one.splits[i].p, two.splits[i].p);
}

TEST(EDivisive, WhatCannotBeDividedIsNamed) {
    EXPECT_THROW((void)e_divisive(std::vector<double>(50, 1)), InputError);
    try {
        (void)e_divisive(reference_series("kz_ru_agree"));
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("28 observations has no two segments of 20"), std::string::npos);
    }
    EXPECT_THROW((void)e_divisive(reference_series("nile"), {.min_segment = 1}), UsageError);
    EXPECT_THROW((void)e_divisive(reference_series("nile"), {.alpha = 2.5}), UsageError);
    EXPECT_THROW((void)e_divisive(reference_series("nile"), {.alpha = std::nan("")}), UsageError);
    EXPECT_THROW((void)e_divisive(reference_series("nile"), {.significance = -1}), UsageError);
}

TEST(EDivisive, StopsWhenAsked) {
    expect_stoppable([&](const Work& work) {
        (void)e_divisive(reference_series("syn_mean"), {.permutations = 200, .threads = 2, .work = work});
    });
}

}  // namespace e_divisive_test
}  // namespace tarazy
