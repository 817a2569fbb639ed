#include "trace/counterfactual/donor_matrix.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>
#include <Eigen/Core>

namespace tarazy {
namespace donor_matrix_test {

TEST(DonorMatrix, DonorsAreColumnsFromWhichTheTargetIsTaken) {
    const DonorMatrix matrix = donor_differences({{1, 2}, {5, 7}}, std::vector<double>{1, 1});
    EXPECT_EQ(matrix.values, (std::vector<double>{0, 1, 4, 6}));
    EXPECT_EQ(matrix(1, 0), 1);
    const Eigen::MatrixXd same = mapped<Eigen::Map<const Eigen::MatrixXd>>(matrix);
    EXPECT_EQ(same, (Eigen::MatrixXd{{0, 4}, {1, 6}}));
    EXPECT_EQ(plain_matrix(same).values, matrix.values);
}

TEST(DonorMatrix, UnequalLengthsAreRefused) {
    EXPECT_THROW((void)donor_matrix({{1, 2}, {1}}, 2), UsageError);
    EXPECT_THROW((void)donor_matrix({{}}, 0), UsageError);
}

}  // namespace donor_matrix_test
}  // namespace tarazy
