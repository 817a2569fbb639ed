#include "simulate/scenario/number_grid.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace number_grid_test {

TEST(NumberGrid, ListsRangesAndMixtures) {
    EXPECT_EQ(number_grid("0.3", "--p"), std::vector<double>{0.3});
    EXPECT_EQ(number_grid("1, 0.5", "--p"), (std::vector<double>{1, 0.5}));
    EXPECT_EQ(number_grid("0:0.4:0.1,2", "--p"), (std::vector<double>{0, 0.1, 0.2, 0.3, 0.4, 2}));
    EXPECT_EQ(number_grid("0:1:0.1", "--p").size(), 11u);
    EXPECT_EQ(number_grid("0:1:0.3", "--p").back(), 0.9);
    EXPECT_EQ(number_grid("5:5:1", "--p"), std::vector<double>{5});
    EXPECT_EQ(number_grid("-1:1:1", "--p"), (std::vector<double>{-1, 0, 1}));
}

TEST(NumberGrid, WhatIsNoListIsRefused) {
    for (const char* text : {"", ",", "x", "1:2", "0:1:0", "0:1:-1", "1:0:0.1", "0:1:1e-9", "1:2:3:4", "0:nan:1"})
        EXPECT_THROW((void)number_grid(text, "--p"), UsageError) << text;
}

}  // namespace number_grid_test
}  // namespace tarazy
