#include "network/brokerage/null_tally.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace null_tally_test {

/// Numbers 0..9 in turn, a constant, and a third that lies always below what was observed.
NullDraws ten_in_turn(NullOptions options) {
    const std::vector<double> observed = {7, 3, 0.5};
    return hold_against_null(observed, options, "draws of a test", [] {
        return [](std::uint64_t draw, std::span<double> numbers) {
            numbers[0] = static_cast<double>(draw % 10);
            numbers[1] = 3 + 1e-13;
            numbers[2] = 0.1 * static_cast<double>(draw % 2);
        };
    });
}

TEST(NullTally, MeanSdAndMidRankAreThoseOfTheDraws) {
    const NullDraws null = ten_in_turn({.draws = 100});
    EXPECT_NEAR(null.standings[0].expected, 4.5, 1e-12);
    EXPECT_NEAR(null.standings[0].sd, std::sqrt(825.0 / 99), 1e-12);
    EXPECT_NEAR(*null.standings[0].z, 2.5 / std::sqrt(825.0 / 99), 1e-12);
    // Twenty draws lie above 7, ten are equal.
    EXPECT_NEAR(*null.standings[0].p, (1 + 20 + 5) / 101.0, 1e-12);
    EXPECT_NEAR(*null.standings[2].p, 1 / 101.0, 1e-12);
}

TEST(NullTally, WhatNeverVariesHasNeitherZNorP) {
    const NullDraws null = ten_in_turn({.draws = 100});
    EXPECT_EQ(null.standings[1].sd, 0);
    EXPECT_FALSE(null.standings[1].z || null.standings[1].p);
    EXPECT_NEAR(null.standings[1].expected, 3, 1e-12);
    for (const std::size_t draws : {0U, 1U})
        for (const NullStanding& one : ten_in_turn({.draws = draws}).standings) EXPECT_FALSE(one.z || one.p);
}

NullDraws random_numbers(unsigned threads, const Work& work = {}) {
    const std::vector<double> observed(50, 0.5);
    NullOptions options{.draws = 333, .threads = threads, .keep = {7, 3}, .work = work};
    return hold_against_null(observed, options, "draws of a test", [] {
        return [](std::uint64_t draw, std::span<double> numbers) {
            Random random(1, "numbers of a test", draw);
            for (double& number : numbers) number = random.uniform();
        };
    });
}

TEST(NullTally, TheSameBytesAtAnyNumberOfThreads) {
    const NullDraws one = random_numbers(1), two = random_numbers(2);
    for (std::size_t i = 0; i < 50; ++i) {
        EXPECT_EQ(one.standings[i].expected, two.standings[i].expected);
        EXPECT_EQ(one.standings[i].sd, two.standings[i].sd);
        EXPECT_EQ(one.standings[i].p, two.standings[i].p);
    }
    EXPECT_EQ(one.kept, two.kept);
    ASSERT_EQ(one.kept.size(), 666U);
    Random random(1, "numbers of a test", 332);
    std::vector<double> last(8);
    for (double& number : last) number = random.uniform();
    EXPECT_EQ(one.kept[664], last[7]);
    EXPECT_EQ(one.kept[665], last[3]);
}

TEST(NullTally, CanBeStopped) {
    expect_stoppable([](const Work& work) { (void)random_numbers(2, work); });
}

}  // namespace null_tally_test
}  // namespace tarazy
