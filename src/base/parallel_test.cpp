#include "base/parallel.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <stdexcept>
#include <vector>

namespace tarazy {
namespace parallel_test {

TEST(ParallelChunks, EveryItemIsVisitedOnceAtAnyThreadCount) {
    for (const unsigned threads : {0u, 1u, 2u, 7u}) {
        std::vector<int> visits(1001, 0);
        parallel_chunks(visits.size(), 64, threads, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) ++visits[i];
        });
        EXPECT_EQ(std::accumulate(visits.begin(), visits.end(), 0), 1001);
        EXPECT_EQ(*std::max_element(visits.begin(), visits.end()), 1);
    }
}

TEST(ParallelChunks, AnExceptionReachesTheCaller) {
    EXPECT_THROW(parallel_chunks(10, 1, 2, [](std::size_t, std::size_t) { throw std::runtime_error("x"); }),
                 std::runtime_error);
}

TEST(ParallelChunks, AStopEndsAllThreadsSoon) {
    for (const unsigned threads : {1u, 2u, 4u}) {
        std::atomic<std::size_t> done = 0;
        std::stop_source source;
        const Work work(source.get_token());
        EXPECT_THROW(parallel_chunks(
                         100'000, 1, threads,
                         [&](std::size_t, std::size_t) {
                             if (++done == 50) source.request_stop();
                         },
                         work),
                     Interrupted);
        EXPECT_LT(done, 50u + 64u) << threads;
        expect_stoppable([&](const Work& watched) {
            WorkStep step(watched, "items", 5000);
            parallel_chunks(
                5000, 7, threads, [](std::size_t, std::size_t) {}, step);
        });
    }
}

}  // namespace parallel_test
}  // namespace tarazy
