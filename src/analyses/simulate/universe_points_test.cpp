#include "analyses/simulate/universe_points.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace universe_points_test {

TEST(UniversePoints, LieInTheUnitCubeAndAreTheSameForASeed) {
    const UniversePoints points = universe_points();
    const std::vector<double> even = points(100, 3, 7);
    EXPECT_EQ(even.size(), 300u);
    EXPECT_TRUE(std::ranges::all_of(even, [](double x) { return x > 0 && x < 1; }));
    EXPECT_EQ(points(100, 3, 7), even);
    EXPECT_NE(points(100, 3, 8), even);
}

}  // namespace universe_points_test
}  // namespace tarazy
