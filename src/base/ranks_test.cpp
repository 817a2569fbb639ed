#include "base/ranks.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/work_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace ranks_test {

TEST(Ranks, BlocksHoldEveryReplicateOnce) {
    for (const std::size_t replicates : {0U, 1U, 31U, 32U, 33U, 999U, 1000U}) {
        const ReplicateBlocks blocks{replicates};
        std::size_t next = 0;
        for (std::size_t block = 0; block < blocks.count(); ++block) {
            EXPECT_EQ(blocks.begin(block), next);
            EXPECT_GT(blocks.end(block), blocks.begin(block));
            next = blocks.end(block);
        }
        EXPECT_EQ(next, replicates);
        EXPECT_LE(blocks.count(), 32U);
    }
}

TEST(Ranks, ComputeEveryBlockOnce) {
    for (const int ranks : {1, 2, 3, 7, 40}) {
        std::size_t next = 0;
        for (int rank = 0; rank < ranks; ++rank) {
            EXPECT_EQ(first_block_of(rank, ranks, 32), next);
            next = first_block_of(rank + 1, ranks, 32);
        }
        EXPECT_EQ(next, 32U);
    }
}

TEST(Ranks, AProgramThatNobodySpreadIsOneRank) {
    EXPECT_EQ(ranks_in_step().rank, 0);
    EXPECT_EQ(ranks_in_step().count, 1);
}

TEST(Ranks, MoreThanThereIsToDoAreRefused) {
    EXPECT_NO_THROW(check_ranks({0, 3}, 3, "blocks of runs"));
    EXPECT_NO_THROW(check_ranks({0, 1}, 0, "blocks of runs"));
    try {
        check_ranks({2, 4}, 3, "blocks of runs");
        FAIL() << "not refused";
    } catch (const UsageError& error) {
        EXPECT_STREQ(error.what(),
                     "mpirun started 4 processes for 3 blocks of runs: the others would have nothing to do; start at "
                     "most 3");
    }
}

std::vector<double> sums_of_draws(unsigned threads, const Work& work = {}) {
    return spread_replicates(ReplicateBlocks{999}, 2, threads, work, "draws",
                             [](std::size_t begin, std::size_t end, std::span<double> out, WorkStep& step) {
                                 for (std::size_t draw = begin; draw < end; ++draw) {
                                     Random random(5, "draws of a test", draw);
                                     out[0] += random.uniform();
                                     out[1] += 1;
                                     step.advance();
                                 }
                             });
}

TEST(Ranks, TheSameBytesAtAnyNumberOfThreads) {
    const std::vector<double> one = sums_of_draws(1);
    EXPECT_EQ(one, sums_of_draws(2));
    EXPECT_EQ(one, sums_of_draws(0));
    double all = 0;
    for (std::size_t block = 0; block < one.size(); block += 2) all += one[block + 1];
    EXPECT_EQ(all, 999);
}

TEST(Ranks, CanBeStopped) {
    expect_stoppable([](const Work& work) { (void)sums_of_draws(2, work); });
}

}  // namespace ranks_test
}  // namespace tarazy
