#pragma once

#include <Eigen/Core>

#include <span>
#include <vector>

namespace tarazy {

/// The columns as a matrix. @throws UsageError without columns, or with unequal lengths or numbers that are not finite
[[nodiscard]] Eigen::MatrixXd donor_matrix(const std::vector<std::vector<double>>& columns, std::size_t rows);

/// a_j - b: since weights sum to one, A w - b = sum_j w_j (a_j - b), and a common offset of the data cancels here.
[[nodiscard]] Eigen::MatrixXd donor_differences(const std::vector<std::vector<double>>& columns,
                                                std::span<const double> target);

}  // namespace tarazy
