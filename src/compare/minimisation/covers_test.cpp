#include "compare/minimisation/covers.hpp"

#include "base/error.hpp"
#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <stop_token>
#include <thread>

namespace tarazy {
namespace covers_test {

// minimise_test.cpp compares both searches with trying every set of columns.

TEST(Covers, StoppingAtTheLimitIsSaid) {
    // Two rows, three columns each that cover one of them: nine models.
    const std::vector<RowSet> chart = {{1}, {1}, {1}, {2}, {2}, {2}};
    EXPECT_EQ(minimum_covers(chart, 2, 100).count, 9U);
    EXPECT_TRUE(minimum_covers(chart, 2, 100).complete);
    const Covers cut = minimum_covers(chart, 2, 4);
    EXPECT_FALSE(cut.complete);
    EXPECT_EQ(cut.models.size(), 4U);
}

TEST(Covers, IrredundantModelsCanBeLongerThanMinimumOnes) {
    const std::vector<RowSet> chart = {{3}, {1}, {2}};
    EXPECT_EQ(minimum_covers(chart, 2, 100).count, 1U);
    EXPECT_EQ(irredundant_covers(chart, 2, 100).count, 2U);
    EXPECT_EQ(undominated(chart), (std::vector<bool>{true, false, false}));
}

TEST(Covers, ARowWithoutAColumnHasNoCover) {
    for (const std::vector<RowSet>& chart : {std::vector<RowSet>{}, {{0}}, {{1}, {1}}, {{5}, {4}}}) {
        for (const Covers& none : {minimum_covers(chart, 3, 100), irredundant_covers(chart, 3, 100)}) {
            EXPECT_TRUE(none.models.empty());
            EXPECT_EQ(none.count, 0U);
            EXPECT_TRUE(none.complete);
        }
    }
    EXPECT_EQ(minimum_covers({}, 0, 100).models, std::vector<std::vector<std::size_t>>{{}});
}

TEST(Covers, MoreModelsThanANumberHoldsAreStillTooMany) {
    // Sixteen rows, sixteen columns each: 2^64 models, whose number would come round to 0.
    std::vector<RowSet> chart;
    for (std::size_t row = 0; row < 16; ++row) {
        for (int column = 0; column < 16; ++column) chart.push_back({std::uint64_t{1} << row});
    }
    const Covers cut = minimum_covers(chart, 16, 50);
    EXPECT_FALSE(cut.complete);
    EXPECT_GT(cut.count, std::uint64_t{1} << 61);
    EXPECT_EQ(cut.models.size(), 50U);
}

TEST(Covers, WhatIsFoundUntilTheTimeIsUpIsACover) {
    Random random(6, "charts of the covers test", 0);
    std::vector<RowSet> chart;
    for (int c = 0; c < 400; ++c) chart.push_back({random() & random() & random() & 0xFFFFFFFFU});
    for (const Covers& cut : {minimum_covers(chart, 32, 1'000'000, Work().within(0)),
                              irredundant_covers(chart, 32, 1'000'000, Work().within(0))}) {
        EXPECT_FALSE(cut.complete);
        for (const auto& model : cut.models) {
            std::uint64_t covered = 0;
            for (const std::size_t column : model) covered |= chart[column][0];
            EXPECT_EQ(covered, 0xFFFFFFFFU);
        }
    }
}

TEST(Covers, UndominatedColumnsAreThoseThatNoLargerOneContains) {
    Random random(5, "charts of the covers test", 0);
    std::size_t dominated = 0;
    for (int round = 0; round < 20; ++round) {
        std::vector<RowSet> chart;
        for (int c = 0; c < 60; ++c) chart.push_back({random() & random() & 0xFFU, random() & random() & 0x1FU});
        const std::vector<bool> keep = undominated(chart);
        for (std::size_t c = 0; c < chart.size(); ++c) {
            const bool inside = std::ranges::any_of(chart, [&](const RowSet& other) {
                return other != chart[c] && (chart[c][0] & ~other[0]) == 0 && (chart[c][1] & ~other[1]) == 0;
            });
            EXPECT_EQ(keep[c], !inside);
            dominated += inside ? 1 : 0;
        }
    }
    EXPECT_GT(dominated, 100U);
}

TEST(Covers, AlikeColumnsThatMakeMillionsOfModelsAreLeftWhenAStopIsAsked) {
    // One cover of four groups with 60 columns each: 12,960,000 models in a single step of the search.
    std::vector<RowSet> chart;
    for (std::size_t row = 0; row < 4; ++row) chart.insert(chart.end(), 60, RowSet{std::uint64_t{1} << row});
    for (const auto search : {minimum_covers, irredundant_covers}) {
        std::stop_source stop;
        std::thread other([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            stop.request_stop();
        });
        EXPECT_THROW((void)search(chart, 4, 100'000'000, Work(stop.get_token())), Interrupted);
        other.join();
    }
}

}  // namespace covers_test
}  // namespace tarazy
