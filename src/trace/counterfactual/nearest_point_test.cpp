#include "trace/counterfactual/nearest_point.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>
#include <Eigen/Core>

#include <algorithm>
#include <numeric>

namespace tarazy {
namespace nearest_point_test {

TEST(NearestPoint, ALinearPartAloneGoesToItsLeastEntry) {
    const Eigen::MatrixXd flat = Eigen::MatrixXd::Zero(2, 3);
    const NearestPoint found = nearest_point(plain_matrix(flat), {3, 1, 2});
    EXPECT_EQ(found.weights, (std::vector<double>{0, 1, 0}));
    EXPECT_EQ(found.gap, 0);
}

TEST(NearestPoint, ALinearPartOverDependentColumnsIsMinimisedToo) {
    Random random(5, "nearest point test", 0);
    for (int round = 0; round < 200; ++round) {
        const auto rows = static_cast<Eigen::Index>(1 + random.below(4)),
                   columns = static_cast<Eigen::Index>(2 + random.below(8));
        Eigen::MatrixXd matrix(rows, columns);
        std::vector<double> linear(static_cast<std::size_t>(columns));
        for (Eigen::Index j = 0; j < columns; ++j) {
            linear[static_cast<std::size_t>(j)] = random.uniform() - 0.5;
            for (Eigen::Index t = 0; t < rows; ++t) matrix(t, j) = random.uniform() - 0.3;
        }
        const NearestPoint found = nearest_point(plain_matrix(matrix), linear);
        EXPECT_LE(found.gap, 1e-10) << round;
        EXPECT_NEAR(std::accumulate(found.weights.begin(), found.weights.end(), 0.0), 1, 1e-12);
        EXPECT_GE(*std::ranges::min_element(found.weights), 0);
    }
}

TEST(NearestPoint, TheSupportOfMoreColumnsThanRowsIsAffinelyIndependent) {
    const Eigen::MatrixXd square{{-1, 1, 1, -1, 0.5}, {-1, -1, 1, 1, 0.5}};
    const NearestPoint found = nearest_point(plain_matrix(square));
    EXPECT_NEAR(found.loss, 0, 1e-25);
    EXPECT_LE(found.support.size(), 3u);
}

}  // namespace nearest_point_test
}  // namespace tarazy
