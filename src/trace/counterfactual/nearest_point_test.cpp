#include "trace/counterfactual/nearest_point.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace nearest_point_test {

TEST(NearestPoint, ALinearPartAloneGoesToItsLeastEntry) {
    const Eigen::MatrixXd flat = Eigen::MatrixXd::Zero(2, 3);
    const NearestPoint found = nearest_point(flat, Eigen::Vector3d(3, 1, 2));
    EXPECT_EQ(found.weights, Eigen::Vector3d(0, 1, 0));
    EXPECT_EQ(found.gap, 0);
}

TEST(NearestPoint, ALinearPartOverDependentColumnsIsMinimisedToo) {
    Random random(5, "nearest point test", 0);
    for (int round = 0; round < 200; ++round) {
        const auto rows = static_cast<Eigen::Index>(1 + random.below(4)),
                   columns = static_cast<Eigen::Index>(2 + random.below(8));
        Eigen::MatrixXd matrix(rows, columns);
        Eigen::VectorXd linear(columns);
        for (Eigen::Index j = 0; j < columns; ++j) {
            linear[j] = random.uniform() - 0.5;
            for (Eigen::Index t = 0; t < rows; ++t) matrix(t, j) = random.uniform() - 0.3;
        }
        const NearestPoint found = nearest_point(matrix, linear);
        EXPECT_LE(found.gap, 1e-10) << round;
        EXPECT_NEAR(found.weights.sum(), 1, 1e-12);
        EXPECT_GE(found.weights.minCoeff(), 0);
    }
}

TEST(NearestPoint, TheSupportOfMoreColumnsThanRowsIsAffinelyIndependent) {
    const Eigen::MatrixXd square{{-1, 1, 1, -1, 0.5}, {-1, -1, 1, 1, 0.5}};
    const NearestPoint found = nearest_point(square);
    EXPECT_NEAR(found.loss, 0, 1e-25);
    EXPECT_LE(found.support.size(), 3u);
}

}  // namespace nearest_point_test
}  // namespace tarazy
