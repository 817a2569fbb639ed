#include "trace/breaks/sup_f.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace tarazy {
namespace sup_f_test_test {

TEST(SupF, CriticalValuesOfAndrews) {
    // Andrews (1993, 2003), table 1, trim 0.15: 8.68 and 11.72 at 5 % for one and two coefficients, 12.16 at 1 %.
    EXPECT_NEAR(sup_f_p_value(8.68, 1, 0.15), 0.05, 0.003);
    EXPECT_NEAR(sup_f_p_value(11.72, 2, 0.15), 0.05, 0.004);
    EXPECT_NEAR(sup_f_p_value(12.16, 1, 0.15), 0.01, 0.002);
}

TEST(SupF, OneDateIsChiSquare) {
    EXPECT_NEAR(sup_f_p_value(3.841458820694124, 1, 0.5), 0.05, 1e-10);
    EXPECT_EQ(sup_f_p_value(std::numeric_limits<double>::infinity(), 1, 0.15), 0);
}

TEST(SupF, GreatestOfTheStatistics) {
    const std::vector<double> y = {1, 2, 1, 2, 5, 6, 5, 6}, step = {1, 1, 1, 4, 4, 4}, same = {2, 2, 2, 2, 2};
    const auto test = sup_f_test(SegmentCost(y, ChangeStatistic::mean));
    ASSERT_TRUE(test.has_value());
    EXPECT_EQ(test->at, 4u);
    // Squares 34 without, 2 with the break, six degrees of freedom.
    EXPECT_NEAR(test->statistic, 32.0 / 2 * 6, 1e-9);
    EXPECT_TRUE(std::isinf(sup_f_test(SegmentCost(step, ChangeStatistic::mean))->statistic));
    EXPECT_FALSE(sup_f_test(SegmentCost(same, ChangeStatistic::mean)).has_value());
}

}  // namespace sup_f_test_test
}  // namespace tarazy
