#include "text/counts/disparity_backbone.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy::disparity_backbone_test {
namespace {

TEST(DisparityBackbone, ByHand) {
    // A star with one heavy tie: (1 - 8/10)^2 at the centre; its leaves have one tie each and say nothing.
    const std::vector<WeightedTie> star = {{0, 1, 8}, {0, 2, 1}, {3, 0, 1}};
    const std::vector<double> alpha = disparity(star, 4);
    EXPECT_NEAR(alpha[0], 0.04, 1e-15);
    EXPECT_NEAR(alpha[1], 0.81, 1e-15);
    EXPECT_NEAR(alpha[2], 0.81, 1e-15);
}

TEST(DisparityBackbone, TheEndToWhichItMattersMoreDecidesAndScaleDoesNot) {
    std::vector<WeightedTie> ties = {{0, 1, 5}, {0, 2, 5}, {1, 3, 1}, {1, 4, 1}};
    const std::vector<double> alpha = disparity(ties, 5);
    EXPECT_NEAR(alpha[0], std::pow(2.0 / 7, 2), 1e-15);
    for (WeightedTie& tie : ties) tie.weight *= 1000;
    const std::vector<double> larger = disparity(ties, 5);
    for (std::size_t k = 0; k < ties.size(); ++k) EXPECT_NEAR(alpha[k], larger[k], 1e-12);
    EXPECT_EQ(disparity(std::vector<WeightedTie>{{0, 1, 3}}, 2), std::vector<double>{1});
    EXPECT_TRUE(disparity({}, 0).empty());
}

}  // namespace
}  // namespace tarazy::disparity_backbone_test
