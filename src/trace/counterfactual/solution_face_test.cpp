#include "trace/counterfactual/solution_face.hpp"

#include <gtest/gtest.h>
#include <Eigen/LU>

namespace tarazy {
namespace solution_face_test {

// The corners of a square around the target, and its middle point of one side.
const Eigen::MatrixXd square{{-1, 1, 1, -1, 1}, {-1, -1, 1, 1, 0}};

SolutionFace face_of(const Eigen::MatrixXd& columns) {
    const DonorMatrix plain = plain_matrix(columns);
    return SolutionFace(plain, nearest_point(plain));
}

Eigen::VectorXd vector_of(const std::vector<double>& values) {
    return Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
}

TEST(SolutionFace, LinearFunctionsAreLeastAtAVertex) {
    const SolutionFace face = face_of(square);
    EXPECT_FALSE(face.single());
    const Eigen::VectorXd most = vector_of(face.minimiser({-1, 0, 0, 0, 0}));
    EXPECT_NEAR(most[0], 0.5, 1e-12);
    EXPECT_NEAR((square * most).norm(), 0, 1e-12);
    EXPECT_NEAR(face.minimiser({0, 0, 0, 0, -1})[4], 0.5, 1e-12);
}

TEST(SolutionFace, TheLeastNormIsThatOfTheProjection) {
    const Eigen::VectorXd least = vector_of(face_of(square).least_norm());
    EXPECT_NEAR((square * least).norm(), 0, 1e-12);
    EXPECT_NEAR(least.sum(), 1, 1e-12);
    // min of the squares with P w = 0 and sum w = 1: M^T (M M^T)^-1 (0, 0, 1), where no weight is negative.
    const Eigen::MatrixXd system{{-1, 1, 1, -1, 1}, {-1, -1, 1, 1, 0}, {1, 1, 1, 1, 1}};
    const Eigen::VectorXd by_hand =
        system.transpose() * (system * system.transpose()).inverse() * Eigen::Vector3d(0, 0, 1);
    ASSERT_GT(by_hand.minCoeff(), 0);
    EXPECT_NEAR((least - by_hand).norm(), 0, 1e-9);
}

TEST(SolutionFace, OutsideOfTheHullTheNearestSideMayStillHaveManySolutions) {
    // Three donors on one line, the target beside it: only the line's points have the least distance.
    const SolutionFace face = face_of(Eigen::MatrixXd{{1, 1, 1, 5}, {-1, 0, 1, 0}});
    EXPECT_FALSE(face.single());
    EXPECT_NEAR(face.minimiser({0, 0, 0, -1})[3], 0, 1e-12) << "a donor further off never has weight";
}

TEST(SolutionFace, AffinelyIndependentDonorsHaveOneSolution) {
    const Eigen::MatrixXd triangle{{-1, 1, 0}, {-1, -1, 1}};
    const SolutionFace face = face_of(triangle);
    EXPECT_TRUE(face.single());
    EXPECT_EQ(face.least_norm(), nearest_point(plain_matrix(triangle)).weights);
}

}  // namespace solution_face_test
}  // namespace tarazy
