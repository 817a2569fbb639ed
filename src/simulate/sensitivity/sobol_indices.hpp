#pragma once

#include "simulate/designs/saltelli_design.hpp"
#include "simulate/sensitivity/resampling.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Sobol indices of one outcome: shares of its variance.
struct SobolIndices {
    std::vector<IndexEstimate> first, total;  ///< one an input
    std::vector<IndexEstimate> pairs = {};    ///< (0,1), (0,2), .., (1,2), ..; none without the rows BA
    std::string reason = {};                  ///< why there are no indices; the lists are empty then
};

/// Estimators of Saltelli et al. (2010), table 2, on outcomes standardised over all runs, with V the variance of those
/// of A and B: S_i = mean(B (AB_i - A))/V (b), total ST_i = mean((A - AB_i)^2)/(2V) (f, Jansen 1999), and of pairs S_jk
/// = mean(BA_j AB_k - A B)/V - S_j - S_k (Saltelli 2002). Estimates are not bent to [0, 1]: one below 0 is as it came.
/// Base rows are resampled, the same ones for all indices.
/// O(runs + replicates x base x inputs), with pairs x inputs^2; memory 8 bytes x base x (2 inputs + 2), with pairs half
/// of inputs^2 more.
/// @param outcomes  in the order of the design, finite
[[nodiscard]] SobolIndices sobol_indices(const SaltelliLayout& layout, std::span<const double> outcomes,
                                         const ResamplingOptions& options);

/// The place of a pair in `SobolIndices::pairs`. @pre first < second
[[nodiscard]] constexpr std::size_t pair_place(std::size_t first, std::size_t second, std::size_t inputs) noexcept {
    return first * (2 * inputs - first - 1) / 2 + second - first - 1;
}

}  // namespace tarazy
