#include "simulate/sensitivity/kernel_density.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace tarazy {
namespace kernel_density_test {

TEST(KernelDensity, IsTheSumOfItsKernels) {
    const std::vector<double> values = {0.3, 1.7, 1.7, 2.2, -0.4, 9}, weights = {1, 2, 1, 0, 1, 1};
    for (const double width : {0.02, 0.3, 4.0}) {
        const std::vector<double> density = kernel_density(values, weights, width, -0.5, 0.1, 40);
        for (std::size_t k = 0; k < 40; ++k) {
            double exact = 0;
            for (std::size_t i = 0; i < values.size(); ++i) {
                const double z = (-0.5 + 0.1 * static_cast<double>(k) - values[i]) / width;
                exact += weights[i] * std::exp(-0.5 * z * z) / (6 * width * std::sqrt(2 * std::numbers::pi));
            }
            EXPECT_NEAR(density[k], exact, 1e-12) << width << ' ' << k;
        }
    }
}

TEST(KernelDensity, OfAKernelFarNarrowerThanThePointsAreApart) {
    const std::vector<double> values = {1, 2.5}, weights = {1, 1};
    const std::vector<double> density = kernel_density(values, weights, 0.01, 0, 1, 4);
    EXPECT_NEAR(density[1], 1 / (2 * 0.01 * std::sqrt(2 * std::numbers::pi)), 1e-10);
    for (const std::size_t k : {0U, 2U, 3U}) EXPECT_EQ(density[k], 0) << k;
    EXPECT_EQ(kernel_density(values, weights, 0.3, 1, 1, 1).size(), 1u);
    const std::vector<double> on_a_point = {0, 1};
    EXPECT_NEAR(kernel_density(on_a_point, weights, 1e-160, 0, 1, 4)[1] * 1e-160, 0.5 / std::sqrt(2 * std::numbers::pi),
                1e-12);
}

TEST(KernelDensity, OfAKernelFarWiderThanThePointsAreApart) {
    const std::vector<double> values = {1, 2.5}, weights = {1, 1};
    EXPECT_NEAR(kernel_density(values, weights, 1e19, 0, 1, 4)[2] * 1e19, 1 / std::sqrt(2 * std::numbers::pi), 1e-12);
    EXPECT_EQ(kernel_density(values, weights, std::numeric_limits<double>::infinity(), 0, 1, 4).size(), 4u);
}

}  // namespace kernel_density_test
}  // namespace tarazy
