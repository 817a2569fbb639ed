#include "text/topics/topic_matching.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace tarazy::topic_matching_test {
namespace {

double gain_of(const std::vector<double>& gain, const std::vector<std::size_t>& assigned) {
    double sum = 0;
    for (std::size_t row = 0; row < assigned.size(); ++row) sum += gain[row * assigned.size() + assigned[row]];
    return sum;
}

TEST(TopicMatching, IsTheBestOfAllPermutations) {
    Random random(1, "matching", 0);
    for (std::size_t n = 1; n <= 6; ++n) {
        for (int trial = 0; trial < 20; ++trial) {
            std::vector<double> gain(n * n);
            for (double& value : gain) value = static_cast<double>(random.below(5)) - 2;  // with ties
            std::vector<std::size_t> order(n);
            std::iota(order.begin(), order.end(), std::size_t{0});
            double best = gain_of(gain, order);
            while (std::next_permutation(order.begin(), order.end())) best = std::max(best, gain_of(gain, order));
            const std::vector<std::size_t> found = best_assignment(gain, n);
            EXPECT_NEAR(gain_of(gain, found), best, 1e-12);
            std::vector<std::size_t> sorted = found;
            std::ranges::sort(sorted);
            for (std::size_t k = 0; k < n; ++k) EXPECT_EQ(sorted[k], k);
        }
    }
}

TEST(TopicMatching, NothingIsMatchedToNothing) {
    EXPECT_TRUE(best_assignment({}, 0).empty());
}

}  // namespace
}  // namespace tarazy::topic_matching_test
