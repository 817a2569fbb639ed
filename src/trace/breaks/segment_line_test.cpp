#include "trace/breaks/segment_line.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tarazy {
namespace segment_line_test {

TEST(SegmentLine, LevelAndLine) {
    const std::vector<double> y = {1, 3, 5, 8}, time = {2000, 2001, 2002, 2004};
    const SegmentLine level = segment_line(y, {}, false), line = segment_line(y, time, true);
    EXPECT_DOUBLE_EQ(level.level, 4.25);
    EXPECT_DOUBLE_EQ(level.residual_variance, 26.75 / 4);
    EXPECT_NEAR(line.slope, 15.25 / 8.75, 1e-14);
    EXPECT_NEAR(line.residual_variance, (26.75 - 15.25 * 15.25 / 8.75) / 4, 1e-13);
    EXPECT_NEAR(mean_square_difference(level, line, line), line.slope * line.slope * 8.75 / 4, 1e-13);
}

TEST(SegmentLine, APerfectFitHasNoResiduals) {
    const std::vector<double> y = {0.1, 0.2, 0.3, 0.4}, time = {1, 2, 3, 4};
    EXPECT_EQ(segment_line(y, time, true).residual_variance, 0);
}

}  // namespace segment_line_test
}  // namespace tarazy
