#pragma once

#include <functional>
#include <span>
#include <vector>

namespace tarazy {

/// Curvature of minus the log-likelihood at its minimum, and what it says of the parameters.
struct ObservedInformation {
    /// A root R of the covariance, n x n: R R' is the inverse of the curvature, without directions that are flat.
    std::vector<double> root;
    /// Is the likelihood curved along each parameter, and along every direction that it takes part in?
    std::vector<bool> identified;
    std::vector<bool> on_bound;  ///< so near to a bound that there is no curvature to be seen on its other side

    [[nodiscard]] double standard_error(std::size_t i) const;
};

/// By second differences over steps that raise the function by about 0.05, held within the bounds. A direction is flat
/// when the curvature along it, all parameters scaled to curvature 1, is below 1e-6, or is negative.
/// O(n^2) evaluations. @pre `at` is a minimum within the bounds
[[nodiscard]] ObservedInformation observed_information(const std::function<double(std::span<const double>)>& function,
                                                       std::span<const double> at, std::span<const double> lower,
                                                       std::span<const double> upper);

/// Eigenvalues of a symmetric matrix and its eigenvectors, by Jacobi's rotations (Golub & Van Loan 2013, section 8.5).
/// O(n^3) a sweep.
struct SymmetricEigen {
    std::vector<double> values;   ///< in no order
    std::vector<double> vectors;  ///< n x n, a column a value
};
[[nodiscard]] SymmetricEigen symmetric_eigen(std::vector<double> matrix, std::size_t n);

}  // namespace tarazy
