#pragma once

#include "trace/counterfactual/donor_matrix.hpp"

#include <cstddef>
#include <vector>

namespace tarazy {

/// Weights on the simplex {w >= 0, sum w = 1} that minimise a convex quadratic function.
struct NearestPoint {
    std::vector<double> weights;
    std::vector<double> point;         ///< P w
    double loss = 0;                   ///< |P w|^2, without the linear part
    double gap = 0;                    ///< KKT residual: how far the objective can lie above its minimum at most
    std::vector<std::size_t> support;  ///< columns with weight, ascending: affinely independent
    std::size_t steps = 0;
};

/// The smallest loss is reached within this share of the largest |p_j|^2 (and |q_j|).
inline constexpr double simplex_tolerance = 1e-10;

/// Minimises |P w|^2 + 2 q'w over the simplex by the exact active set method of Wolfe (1976, "Finding the nearest point
/// in a polytope"): the support stays affinely independent, so that collinear and duplicate columns, or more columns
/// than rows, do no harm. `q` may have no entries (no linear part); with one, a support that becomes dependent is left
/// along its null direction. Ends after finitely many steps, when no column improves the objective
/// (x'p_j + q_j >= x'x + q'w for all j) or rounding allows no further decrease. The KKT residual
/// `gap` = 2 (x'x + q'w - min_j (x'p_j + q_j)) bounds the distance to the minimum, since the objective is convex.
/// The same columns give the same weights; ties go to the column that stands first. O(steps x T k^2), k the support.
/// @param columns  T x n, n > 0, finite   @param linear  n entries or none   @param start  the solution of a similar
/// problem over as many columns, from whose support the search begins
[[nodiscard]] NearestPoint nearest_point(const DonorMatrix& columns, const std::vector<double>& linear = {},
                                         const NearestPoint* start = nullptr);

}  // namespace tarazy
