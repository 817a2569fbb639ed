#include "base/computed_once.hpp"

#include "base/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace tarazy {
namespace computed_once_test {

TEST(ComputedOnce, EachNameIsComputedOnceByWhoeverAsks) {
    ComputedOnce once;
    std::atomic<int> computed = 0;
    std::vector<int> found(100);
    parallel_chunks(found.size(), 1, 4, [&](std::size_t i, std::size_t) {
        found[i] = *once.get<int>(i % 2 == 0 ? "even" : "odd", [&] {
            ++computed;
            return i % 2 == 0 ? 2 : 1;
        });
    });
    EXPECT_EQ(computed, 2);
    for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i], i % 2 == 0 ? 2 : 1);
}

TEST(ComputedOnce, AFailureIsNotKept) {
    ComputedOnce once;
    EXPECT_THROW((void)once.get<int>("a", []() -> int { throw std::runtime_error("no"); }), std::runtime_error);
    EXPECT_EQ(*once.get<int>("a", [] { return 3; }), 3);
}

}  // namespace computed_once_test
}  // namespace tarazy
