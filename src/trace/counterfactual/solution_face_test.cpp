#include "trace/counterfactual/solution_face.hpp"

#include <gtest/gtest.h>
#include <Eigen/LU>

namespace tarazy {
namespace solution_face_test {

// The corners of a square around the target, and its middle point of one side.
const Eigen::MatrixXd square{{-1, 1, 1, -1, 1}, {-1, -1, 1, 1, 0}};

TEST(SolutionFace, LinearFunctionsAreLeastAtAVertex) {
    const SolutionFace face(square, nearest_point(square));
    EXPECT_FALSE(face.single());
    Eigen::VectorXd cost = Eigen::VectorXd::Zero(5);
    cost[0] = -1;
    const Eigen::VectorXd most = face.minimiser(cost);
    EXPECT_NEAR(most[0], 0.5, 1e-12);
    EXPECT_NEAR((square * most).norm(), 0, 1e-12);
    cost[0] = 0;
    cost[4] = -1;
    EXPECT_NEAR(face.minimiser(cost)[4], 0.5, 1e-12);
}

TEST(SolutionFace, TheLeastNormIsThatOfTheProjection) {
    const SolutionFace face(square, nearest_point(square));
    const Eigen::VectorXd least = face.least_norm();
    EXPECT_NEAR((square * least).norm(), 0, 1e-12);
    EXPECT_NEAR(least.sum(), 1, 1e-12);
    // min of the squares with P w = 0 and sum w = 1: M (M M^T)^-1 (0, 0, 1), where no weight is negative.
    const Eigen::MatrixXd system{{-1, 1, 1, -1, 1}, {-1, -1, 1, 1, 0}, {1, 1, 1, 1, 1}};
    const Eigen::VectorXd by_hand =
        system.transpose() * (system * system.transpose()).inverse() * Eigen::Vector3d(0, 0, 1);
    ASSERT_GT(by_hand.minCoeff(), 0);
    EXPECT_NEAR((least - by_hand).norm(), 0, 1e-9);
}

TEST(SolutionFace, OutsideOfTheHullTheNearestSideMayStillHaveManySolutions) {
    // Three donors on one line, the target beside it: only the line's points have the least distance.
    const Eigen::MatrixXd line{{1, 1, 1, 5}, {-1, 0, 1, 0}};
    const SolutionFace face(line, nearest_point(line));
    EXPECT_FALSE(face.single());
    Eigen::VectorXd cost = Eigen::VectorXd::Zero(4);
    cost[3] = -1;
    EXPECT_NEAR(face.minimiser(cost)[3], 0, 1e-12) << "a donor further off never has weight";
}

TEST(SolutionFace, AffinelyIndependentDonorsHaveOneSolution) {
    const Eigen::MatrixXd triangle{{-1, 1, 0}, {-1, -1, 1}};
    const SolutionFace face(triangle, nearest_point(triangle));
    EXPECT_TRUE(face.single());
    EXPECT_EQ(face.least_norm(), nearest_point(triangle).weights);
}

}  // namespace solution_face_test
}  // namespace tarazy
