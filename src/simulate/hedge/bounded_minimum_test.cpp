#include "simulate/hedge/bounded_minimum.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tarazy {
namespace bounded_minimum_test {

constexpr double far = 1e6;

double rosenbrock(std::span<const double> x) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < x.size(); ++i)
        sum += 100 * std::pow(x[i + 1] - x[i] * x[i], 2) + std::pow(1 - x[i], 2);
    return sum;
}

TEST(BoundedMinimum, FindsTheBottomOfACurvedValley) {
    const std::vector<double> start = {-1.2, 1, -1.2, 1}, lower(4, -far), upper(4, far);
    const BoundedMinimum found = bounded_minimum(rosenbrock, start, lower, upper, {.iterations = 500});
    EXPECT_TRUE(found.converged);
    for (const double x : found.x) EXPECT_NEAR(x, 1, 1e-4);
    for (const bool at_bound : found.at_bound) EXPECT_FALSE(at_bound);
}

TEST(BoundedMinimum, HoldsACoordinateOnItsBound) {
    // Rosenbrock with x <= 0.5: y = x^2 = 0.25 there.
    const std::vector<double> start = {-1.2, 1}, lower = {-far, -far}, upper = {0.5, far};
    const BoundedMinimum found = bounded_minimum(rosenbrock, start, lower, upper, {.iterations = 500});
    EXPECT_TRUE(found.converged);
    EXPECT_EQ(found.x[0], 0.5);
    EXPECT_NEAR(found.x[1], 0.25, 1e-4);
    EXPECT_TRUE(found.at_bound[0]);
    EXPECT_FALSE(found.at_bound[1]);
}

TEST(BoundedMinimum, LeavesABoundItWasStartedOn) {
    const auto bowl = [](std::span<const double> x) { return std::pow(x[0] - 3, 2) + std::pow(x[1] + 2, 2); };
    const std::vector<double> start = {0, 0}, lower = {0, 0}, upper = {10, 10};
    const BoundedMinimum found = bounded_minimum(bowl, start, lower, upper);
    EXPECT_NEAR(found.x[0], 3, 1e-5);
    EXPECT_EQ(found.x[1], 0);
    EXPECT_TRUE(found.at_bound[1]);
}

TEST(BoundedMinimum, AStartOutsideIsBroughtInAndUndefinedValuesAreNoSteps) {
    const auto walled = [](std::span<const double> x) {
        return x[0] < 1 ? std::numeric_limits<double>::quiet_NaN() : x[0] - std::log(x[0] - 0.5);
    };
    const BoundedMinimum found =
        bounded_minimum(walled, std::vector<double>{100}, std::vector<double>{-far}, std::vector<double>{50});
    EXPECT_NEAR(found.x[0], 1.5, 1e-4);
}

TEST(BoundedMinimum, AFlatFunctionStaysWhereItIs) {
    const BoundedMinimum found = bounded_minimum([](std::span<const double>) { return 1.0; }, std::vector<double>{2},
                                                 std::vector<double>{0}, std::vector<double>{5});
    EXPECT_TRUE(found.converged);
    EXPECT_EQ(found.x[0], 2);
}

TEST(BoundedMinimum, TheLimitOfIterationsIsTold) {
    const std::vector<double> start = {-1.2, 1}, lower(2, -far), upper(2, far);
    EXPECT_FALSE(bounded_minimum(rosenbrock, start, lower, upper, {.iterations = 3}).converged);
}

}  // namespace bounded_minimum_test
}  // namespace tarazy
