#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace tarazy {

/// Weights w >= 0, sum w = 1, with the least |A w - b|^2.
struct SimplexFit {
    std::vector<double> weights;
    double loss = 0;          ///< |A w - b|^2
    double kkt = 0;           ///< the loss is above its minimum by this much at most (`NearestPoint::gap`)
    double kkt_relative = 0;  ///< the same, by the largest |a_j - b|^2; at most `simplex_tolerance` where certified
    bool certified = true;    ///< is it?
    bool unique = true;       ///< no other weights have this loss; if not, `weights` are those of least norm
    std::size_t steps = 0;
};

/// Least squares on the simplex by an exact active set (Wolfe 1976) with a KKT certificate. Degenerate and collinear
/// columns and more columns than rows are no failure: where the weights are not unique, those of least Euclidean norm
/// are taken, which do not depend on the order of the columns, and `unique` says so.
/// @param columns  of A, all as long as `target`, finite  @throws UsageError without columns or with unequal lengths
[[nodiscard]] SimplexFit simplex_least_squares(const std::vector<std::vector<double>>& columns,
                                               std::span<const double> target);

/// Least and greatest value of c'w over all weights that have the least loss, for each vector c: what the data leave
/// open when weights are not unique (Abadie & L'Hour 2021, sec. 2, on why they often are not). Exact up to 1e-9 of the
/// scale, by linear programming on the face of solutions; both ends are equal when the solution is unique.
[[nodiscard]] std::vector<std::pair<double, double>> uniqueness_range(const std::vector<std::vector<double>>& columns,
                                                                      std::span<const double> target,
                                                                      const std::vector<std::vector<double>>& costs);

/// Penalised weights: least |A w - b|^2 + lambda sum_j w_j |a_j - b|^2 (Abadie & L'Hour 2021, eq. 5). With `lambda` 0
/// the limit for lambda towards 0: of all weights with the least loss those whose donors are nearest one by one.
[[nodiscard]] SimplexFit penalised_least_squares(const std::vector<std::vector<double>>& columns,
                                                 std::span<const double> target, double lambda);

}  // namespace tarazy
