#pragma once

#include "simulate/designs/shapley_design.hpp"
#include "simulate/sensitivity/resampling.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Shapley effects of one outcome: its variance shared out among the inputs, correlated or not (Owen 2014). The shares
/// add up to 1.
struct ShapleyEffects {
    std::vector<IndexEstimate> shares;
    double variance = 0;      ///< of the outcome
    std::string reason = {};  ///< why there are none
};

/// Estimator of Song, Nelson & Staum (2016): the mean over orders of c(J with i) - c(J), J the
/// inputs before i, c(J) = E[Var(Y | inputs outside of J)], each a variance (n - 1) within one draw; c of all inputs is
/// the variance of the runs `V`. Orders and runs `V` are resampled. O(runs + replicates x (orders x inputs + variance
/// runs)).
[[nodiscard]] ShapleyEffects shapley_effects(const ShapleyLayout& layout, std::size_t inputs,
                                             std::span<const double> outcomes, const ResamplingOptions& options);

}  // namespace tarazy
