#include "trace/breaks/robust_scale.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace tarazy {
namespace robust_scale_test {

TEST(RobustScale, MedianDistanceOfDifferences) {
    // Differences 1, 3, -2, 4: median 2, distances 1, 1, 4, 2 with median 1.5.
    EXPECT_NEAR(*scale_of_differences(std::vector<double>{0, 1, 4, 2, 6}), 1.4826 * 1.5 / std::sqrt(2.0), 1e-15);
}

TEST(RobustScale, AStepOfLevelsHasNoScaleAndOneObservationHasNone) {
    EXPECT_EQ(scale_of_differences(std::vector<double>{1, 1, 1, 5, 5, 5}), 0.0);
    EXPECT_FALSE(scale_of_differences(std::vector<double>{1}).has_value());
}

}  // namespace robust_scale_test
}  // namespace tarazy
