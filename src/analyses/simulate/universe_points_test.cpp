#include "analyses/simulate/universe_points.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace universe_points_test {

TEST(UniversePoints, LieInTheUnitCubeAndAreTheSameForASeed) {
    const UniversePoints points = universe_points();
    const std::vector<double> even = points.even(100, 3, 7);
    EXPECT_EQ(even.size(), 300u);
    EXPECT_TRUE(std::ranges::all_of(even, [](double x) { return x > 0 && x < 1; }));
    EXPECT_EQ(points.even(100, 3, 7), even);
    EXPECT_NE(points.even(100, 3, 8), even);
}

TEST(UniversePoints, AreExchangedOneByOne) {
    const std::vector<double> rows = universe_points().exchanged(8, 3, 7);
    ASSERT_EQ(rows.size(), 8u * 5u * 3u);
    for (std::size_t base = 0; base < 8; ++base) {
        const double* const a = rows.data() + base * 15;
        const double* const b = a + 12;
        for (std::size_t i = 0; i < 3; ++i) {
            for (std::size_t j = 0; j < 3; ++j) EXPECT_EQ(a[3 + 3 * i + j], i == j ? b[j] : a[j]);
        }
    }
}

}  // namespace universe_points_test
}  // namespace tarazy
