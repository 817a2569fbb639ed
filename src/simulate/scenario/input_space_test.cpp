#include "simulate/scenario/input_space.hpp"

#include "base/error.hpp"
#include "simulate/designs/latin_hypercube.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace tarazy {
namespace input_space_test {

InputSpace of_normals(std::size_t count) {
    InputSpace space;
    for (std::size_t i = 0; i < count; ++i) {
        UncertainInput input;
        input.name = "x" + std::to_string(i + 1);
        input.distribution.kind = DistributionKind::normal;
        space.inputs.push_back(input);
    }
    return space;
}

TEST(InputSpace, PointsBecomeValues) {
    InputSpace space = of_normals(2);
    space.inputs[0].distribution = {.lower = 10, .upper = 20};
    std::vector<double> points = {0.25, 0.5, 1, 0.5};
    to_input_values(space, points);
    EXPECT_EQ(points, (std::vector<double>{12.5, 0, 20, 0}));
    EXPECT_EQ(space.names(), (std::vector<std::string>{"x1", "x2"}));
}

TEST(InputSpace, CorrelatedNormalsHaveTheirCorrelations) {
    InputSpace space = of_normals(3);
    space.correlations = {{0, 1, 0.8}, {1, 2, -0.5}};
    std::vector<double> points = random_points(20000, 3, 4);
    to_input_values(space, points);
    std::array<double, 3> product{};
    for (std::size_t at = 0; at < points.size(); at += 3) {
        product[0] += points[at] * points[at + 1] / 20000;
        product[1] += points[at + 1] * points[at + 2] / 20000;
        product[2] += points[at] * points[at + 2] / 20000;
    }
    EXPECT_NEAR(product[0], 0.8, 0.04);
    EXPECT_NEAR(product[1], -0.5, 0.04);
    EXPECT_NEAR(product[2], 0, 0.04);
}

TEST(InputSpace, TheFactorFollowsTheOrderAsked) {
    InputSpace space = of_normals(2);
    space.correlations = {{0, 1, 0.6}};
    const std::array<std::size_t, 2> order = {1, 0};
    EXPECT_EQ(correlation_factor(space, order), (std::vector<double>{1, 0, 0.6, 0.8}));
}

TEST(InputSpace, DrawsThatNoNumberHoldsAreRefused) {
    InputSpace space = of_normals(1);
    space.inputs[0].distribution.kind = DistributionKind::lognormal;
    space.inputs[0].distribution.mean = 800;
    std::vector<double> points = {.5};
    EXPECT_THROW(to_input_values(space, points), InputError);
}

TEST(InputSpace, ContradictoryCorrelationsAreRefused) {
    InputSpace space = of_normals(3);
    space.correlations = {{0, 1, 0.9}, {1, 2, 0.9}, {0, 2, -0.9}};
    std::vector<double> points = {.5, .5, .5};
    EXPECT_THROW(to_input_values(space, points), InputError);
}

}  // namespace input_space_test
}  // namespace tarazy
