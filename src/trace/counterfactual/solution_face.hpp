#pragma once

#include "trace/counterfactual/nearest_point.hpp"

#include <cstddef>
#include <vector>

namespace tarazy {

/// All weights on the simplex that reach the same least loss |P w|^2 as a nearest point: the polytope
/// {w >= 0, sum w = 1, P w = x}, x the point itself, which is the same for all of them (the loss is strictly convex in
/// x). Only columns whose slope x'p_j equals x'x may have weight. Linear functions over it are minimised exactly by the
/// simplex method (Dantzig 1951) on orthonormal rows, with Bland's (1977) rule where it stalls, from the support of
/// Wolfe's method as the first basis.
class SolutionFace {
public:
    /// @param nearest  of these columns, without a linear part
    SolutionFace(const DonorMatrix& columns, const NearestPoint& nearest);

    /// Is there one solution only? (Within rounding: no weight can move by more than 1e-9.)
    [[nodiscard]] bool single() const noexcept { return single_; }
    /// Weights of the face that minimise `cost`; an optimal vertex.
    [[nodiscard]] std::vector<double> minimiser(const std::vector<double>& cost) const;
    /// The weights of least Euclidean norm: the same whatever the order of the columns.
    [[nodiscard]] std::vector<double> least_norm() const;

private:
    std::size_t donors_ = 0;
    std::vector<std::size_t> candidates_;  ///< columns that may have weight
    DonorMatrix rows_;                     ///< orthonormal rows over the candidates: rows_ w = right_
    std::vector<double> right_;
    std::vector<double> first_;       ///< weights of the candidates
    std::vector<std::size_t> basis_;  ///< places among the candidates
    bool single_ = true;

    void find_basis(const std::vector<std::size_t>& support);
    [[nodiscard]] std::vector<double> solve(const std::vector<double>& cost) const;
    [[nodiscard]] std::vector<double> spread(const std::vector<double>& weights) const;
};

}  // namespace tarazy
