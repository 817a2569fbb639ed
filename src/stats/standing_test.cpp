#include "stats/standing.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tarazy::standing_test {
namespace {

TEST(Standing, CountsEqualNumbersHalf) {
    EXPECT_EQ(standing_among(3, std::vector<double>{1, 2, 3, 4}).share_below, 2.5 / 4);
    EXPECT_EQ(standing_among(3, std::vector<double>{1, 2, 3, 4}).rank, 2);
    EXPECT_EQ(standing_among(1, std::vector<double>{1, 1, 1}).share_below, 0.5);
    EXPECT_EQ(standing_among(1, std::vector<double>{1, 1, 1}).rank, 1);
    EXPECT_EQ(standing_among(0, std::vector<double>{1, 2, 3}).share_below, 0);
    EXPECT_EQ(standing_among(0, std::vector<double>{1, 2, 3}).rank, 4);
    EXPECT_EQ(standing_among(9, std::vector<double>{1, 2, 3}).share_below, 1);
}

TEST(Standing, SumsInAnotherOrderAreEqual) {
    const double one = 0.1 + 0.2 + 0.3, other = 0.3 + 0.2 + 0.1;
    ASSERT_NE(one, other);
    EXPECT_EQ(standing_among(one, std::vector<double>{other, other, other}).share_below, 0.5);
}

}  // namespace
}  // namespace tarazy::standing_test
