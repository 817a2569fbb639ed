#include "trace/counterfactual/donor_matrix.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace donor_matrix_test {

TEST(DonorMatrix, DonorsAreColumnsFromWhichTheTargetIsTaken) {
    const Eigen::MatrixXd matrix = donor_differences({{1, 2}, {5, 7}}, std::vector<double>{1, 1});
    EXPECT_EQ(matrix, (Eigen::MatrixXd{{0, 4}, {1, 6}}));
}

TEST(DonorMatrix, UnequalLengthsAreRefused) {
    EXPECT_THROW((void)donor_matrix({{1, 2}, {1}}, 2), UsageError);
    EXPECT_THROW((void)donor_matrix({{}}, 0), UsageError);
}

}  // namespace donor_matrix_test
}  // namespace tarazy
