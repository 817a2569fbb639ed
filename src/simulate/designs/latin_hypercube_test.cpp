#include "simulate/designs/latin_hypercube.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace tarazy {
namespace latin_hypercube_test {

TEST(LatinHypercube, HasOnePointInEachStratumOfEachDimension) {
    for (const std::size_t count : {1u, 7u, 100u}) {
        const std::vector<double> points = latin_hypercube(count, 5, 3);
        ASSERT_EQ(points.size(), count * 5);
        for (std::size_t d = 0; d < 5; ++d) {
            std::set<long> strata;
            for (std::size_t row = 0; row < count; ++row) {
                const double u = points[row * 5 + d];
                EXPECT_TRUE(u > 0 && u < 1);
                strata.insert(std::lround(std::floor(u * static_cast<double>(count))));
            }
            EXPECT_EQ(strata.size(), count);
        }
    }
}

TEST(LatinHypercube, TheSeedDecidesAndDimensionsAreNotPaired) {
    EXPECT_EQ(latin_hypercube(20, 2, 1), latin_hypercube(20, 2, 1));
    EXPECT_NE(latin_hypercube(20, 2, 1), latin_hypercube(20, 2, 2));
    const std::vector<double> points = latin_hypercube(1000, 2, 5);
    double product = 0;
    for (std::size_t i = 0; i < 1000; ++i) product += (points[2 * i] - .5) * (points[2 * i + 1] - .5) / 1000;
    EXPECT_NEAR(product * 12, 0, 4 / std::sqrt(1000));
}

TEST(RandomPoints, ALongerSampleBeginsWithTheShorterOne) {
    const std::vector<double> few = random_points(3, 4, 9), more = random_points(5, 4, 9);
    EXPECT_TRUE(std::equal(few.begin(), few.end(), more.begin()));
}

}  // namespace latin_hypercube_test
}  // namespace tarazy
