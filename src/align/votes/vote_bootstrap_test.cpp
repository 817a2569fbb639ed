#include "align/votes/vote_bootstrap.hpp"

#include "align/votes/synthetic_votes_test.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace tarazy {
namespace vote_bootstrap_test {

TEST(VoteBootstrap, EveryResampleHasAsManyRollCallsAsTheSession) {
    VoteData votes = synthetic_votes(4, 50, 2, 3);
    for (std::uint8_t& cell : votes.cells) cell = std::max<std::uint8_t>(cell, 1);  // nobody is absent
    const VoteBootstrap bootstrap(votes, 2, 20, 1);
    for (const auto& resample : bootstrap.resamples(0, 1)) EXPECT_EQ(resample.table.total(), 50);
}

TEST(VoteBootstrap, DrawsAreJointForAllPairs) {
    VoteData votes = synthetic_votes(2, 60, 1, 4);
    // A third state that copies the second must have the same replicates.
    VoteData copied = votes;
    copied.states.push_back(900);
    copied.cells.clear();
    for (std::size_t call = 0; call < votes.roll_calls.size(); ++call) {
        copied.cells.insert(copied.cells.end(), {votes.cell(call, 0), votes.cell(call, 1), votes.cell(call, 1)});
    }
    const VoteBootstrap bootstrap(copied, 1, 30, 1);
    const auto with_second = bootstrap.resamples(0, 1), with_copy = bootstrap.resamples(0, 2);
    for (std::size_t r = 0; r < with_second.size(); ++r) {
        EXPECT_EQ(with_second[r].table.count, with_copy[r].table.count);
    }
}

TEST(VoteBootstrap, TheMeanOfTheReplicatesIsNearTheEstimate) {
    const VoteData votes = synthetic_votes(5, 200, 1, 5);
    const VoteBootstrap bootstrap(votes, 1, 1000, 1);
    double sum = 0;
    for (const auto& r : bootstrap.resamples(0, 4)) sum += measure_votes(r.table, r.unanimous)[0];
    VoteTable table;
    for (std::size_t call = 0; call < votes.roll_calls.size(); ++call) {
        const int x = votes.cell(call, 0), y = votes.cell(call, 4);
        if (x > 0 && y > 0) ++table.count[static_cast<std::size_t>(x - 1)][static_cast<std::size_t>(y - 1)];
    }
    EXPECT_NEAR(sum / 1000, *s_score(table, Distance::absolute), 0.01);
}

}  // namespace vote_bootstrap_test
}  // namespace tarazy
