#include "compare/sets/full_sum.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace tarazy {
namespace full_sum_test {

TEST(FullSum, TheOrderOfTheNumbersIsNoMatterToTheLastDigit) {
    std::size_t plain_differs = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Random random(seed, "numbers of a sum", 0);
        std::vector<double> values;
        const std::uint64_t kind = seed % 3;
        for (std::size_t i = 0; i < 300; ++i) {
            const double value = random.uniform();
            values.push_back(kind == 0 ? std::round(value * 100) / 100 : kind == 1 ? value : std::exp(-18 * value));
        }
        const double sum = weighted_sum(values), plain = std::accumulate(values.begin(), values.end(), 0.0);
        EXPECT_NEAR(sum, plain, 1e-10);
        for (int turn = 0; turn < 20; ++turn) {
            for (std::size_t i = values.size(); i-- > 1;) std::swap(values[i], values[random.below(i + 1)]);
            EXPECT_EQ(weighted_sum(values), sum) << "seed " << seed;
            plain_differs += std::accumulate(values.begin(), values.end(), 0.0) == plain ? 0 : 1;
        }
    }
    EXPECT_GT(plain_differs, 1000U);  // what it is for
}

TEST(FullSum, IsTheSumRoundedOnce) {
    EXPECT_EQ(weighted_sum(std::vector<double>(10, 0.1)), 1.0);
    EXPECT_EQ(weighted_sum(std::vector<double>{1, 1e-17, 1e-17, -1}), 2e-17);
    EXPECT_EQ(weighted_sum(std::vector<double>{}), 0.0);
    EXPECT_EQ(weighted_sum(std::vector<double>{0.5, 0.25}, std::vector<double>{2, 4}), 2.0);
}

}  // namespace full_sum_test
}  // namespace tarazy
