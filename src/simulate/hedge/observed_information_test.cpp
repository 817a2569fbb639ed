#include "simulate/hedge/observed_information.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace observed_information_test {

const std::vector<double> far_below(3, -1e6), far_above(3, 1e6);

TEST(ObservedInformation, EigenvaluesOfAKnownMatrix) {
    // 2 1 0 / 1 2 1 / 0 1 2 has 2 and 2 -+ sqrt 2.
    const SymmetricEigen eigen = symmetric_eigen({2, 1, 0, 1, 2, 1, 0, 1, 2}, 3);
    std::vector<double> values = eigen.values;
    std::sort(values.begin(), values.end());
    EXPECT_NEAR(values[0], 2 - std::sqrt(2), 1e-12);
    EXPECT_NEAR(values[1], 2, 1e-12);
    EXPECT_NEAR(values[2], 2 + std::sqrt(2), 1e-12);
}

TEST(ObservedInformation, ABowlHasTheInverseOfItsCurvature) {
    // Curvature 4 1 / 1 2 in the first two, 1e-4 in the third: very different scales.
    const auto bowl = [](std::span<const double> x) {
        return 2 * x[0] * x[0] + x[0] * x[1] + x[1] * x[1] + 0.5e-4 * x[2] * x[2] + 7;
    };
    const ObservedInformation found = observed_information(bowl, std::vector<double>{0, 0, 0}, far_below, far_above);
    EXPECT_NEAR(found.standard_error(0), std::sqrt(2.0 / 7), 1e-6);
    EXPECT_NEAR(found.standard_error(1), std::sqrt(4.0 / 7), 1e-6);
    EXPECT_NEAR(found.standard_error(2), 100, 1e-2);
    for (const bool identified : found.identified) EXPECT_TRUE(identified);
}

TEST(ObservedInformation, AFlatDirectionIsBlamedOnWhoTakesPartInIt) {
    const auto valley = [](std::span<const double> x) { return std::pow(x[0] - x[1], 2) + x[2] * x[2]; };
    const ObservedInformation found = observed_information(valley, std::vector<double>{0, 0, 0}, far_below, far_above);
    EXPECT_EQ(found.identified, (std::vector<bool>{false, false, true}));
    EXPECT_NEAR(found.standard_error(2), std::sqrt(0.5), 1e-6);
    const auto without = [](std::span<const double> x) { return x[0] * x[0] + x[2] * x[2]; };
    EXPECT_EQ(observed_information(without, std::vector<double>{0, 0, 0}, far_below, far_above).identified,
              (std::vector<bool>{true, false, true}));
}

TEST(ObservedInformation, NearABoundThereIsNoCurvatureToBeSeen) {
    const auto bowl = [](std::span<const double> x) { return x[0] * x[0] + x[1] * x[1] + x[2] * x[2]; };
    const std::vector<double> lower = {0, -10, -10}, upper(3, 10.0);
    const ObservedInformation found = observed_information(bowl, std::vector<double>{1e-7, 0, 0}, lower, upper);
    EXPECT_TRUE(found.on_bound[0]);
    EXPECT_FALSE(found.on_bound[1]);
    EXPECT_NEAR(found.standard_error(1), std::sqrt(0.5), 1e-6);
}

}  // namespace observed_information_test
}  // namespace tarazy
