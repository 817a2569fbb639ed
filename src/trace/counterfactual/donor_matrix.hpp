#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace tarazy {

/// A matrix, a donor a column; what goes between the methods of this folder. Calculation is Eigen's, inside of each.
struct DonorMatrix {
    std::size_t rows = 0, columns = 0;
    std::vector<double> values = {};  ///< column by column

    [[nodiscard]] double operator()(std::size_t row, std::size_t column) const { return values[column * rows + row]; }
};

/// Of an evaluated Eigen matrix in columns.
template <typename Matrix>
[[nodiscard]] DonorMatrix plain_matrix(const Matrix& matrix) {
    return {static_cast<std::size_t>(matrix.rows()), static_cast<std::size_t>(matrix.cols()),
            std::vector<double>(matrix.data(), matrix.data() + matrix.size())};
}

/// As an Eigen::Map<const Eigen::MatrixXd>, valid while the matrix is.
template <typename Map>
[[nodiscard]] Map mapped(const DonorMatrix& matrix) {
    using Index = typename Map::Index;
    return Map(matrix.values.data(), static_cast<Index>(matrix.rows), static_cast<Index>(matrix.columns));
}

/// The columns as a matrix. @throws UsageError without columns, or with unequal lengths or numbers that are not finite
[[nodiscard]] DonorMatrix donor_matrix(const std::vector<std::vector<double>>& columns, std::size_t rows);

/// a_j - b: since weights sum to one, A w - b = sum_j w_j (a_j - b), and a common offset of the data cancels here.
[[nodiscard]] DonorMatrix donor_differences(const std::vector<std::vector<double>>& columns,
                                            std::span<const double> target);

}  // namespace tarazy
