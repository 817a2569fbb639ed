#include "stats/hypergeometric.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace tarazy {
namespace hypergeometric_test {

TEST(Hypergeometric, TheLadyTastingTea) {
    // Fisher (1935): all four of eight cups right is one way of seventy; three or four right are 17 of 70.
    EXPECT_NEAR(hypergeometric_upper(4, 8, 4, 4), 1.0 / 70, 1e-16);
    EXPECT_NEAR(hypergeometric_upper(3, 8, 4, 4), 17.0 / 70, 1e-15);
    EXPECT_EQ(hypergeometric_upper(0, 8, 4, 4), 1);
    EXPECT_EQ(hypergeometric_upper(5, 8, 4, 4), 0);
}

TEST(Hypergeometric, EveryCaseOfSmallUrnsByPascalsTriangle) {
    constexpr std::size_t most = 14;
    std::vector<std::vector<double>> choose(most + 1, std::vector<double>(most + 1, 0));
    for (std::size_t n = 0; n <= most; ++n) {
        choose[n][0] = 1;
        for (std::size_t k = 1; k <= n; ++k) choose[n][k] = choose[n - 1][k - 1] + (k < n ? choose[n - 1][k] : 0);
    }
    for (std::size_t items = 1; items <= most; ++items) {
        for (std::size_t marked = 0; marked <= items; ++marked) {
            for (std::size_t drawn = 0; drawn <= items; ++drawn) {
                for (std::size_t least = 0; least <= drawn + 1; ++least) {
                    double tail = 0;
                    for (std::size_t k = least; k <= std::min(marked, drawn); ++k) {
                        if (drawn - k <= items - marked) tail += choose[marked][k] * choose[items - marked][drawn - k];
                    }
                    EXPECT_NEAR(hypergeometric_upper(least, items, marked, drawn), tail / choose[items][drawn], 1e-14);
                }
            }
        }
    }
}

TEST(Hypergeometric, SmallTailsOfLargeUrnsKeepTheirDigits) {
    // One term: C(50, 50) C(99950, 0)/C(100000, 50), the product of (50 - i)/(100000 - i).
    double expected = 1;
    for (int i = 0; i < 50; ++i) expected *= (50.0 - i) / (100'000.0 - i);
    EXPECT_NEAR(hypergeometric_upper(50, 100'000, 50, 50) / expected, 1, 1e-12);
}

}  // namespace hypergeometric_test
}  // namespace tarazy
