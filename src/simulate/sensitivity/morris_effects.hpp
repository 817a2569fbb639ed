#pragma once

#include "simulate/designs/morris_design.hpp"
#include "simulate/sensitivity/resampling.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Elementary effects of one outcome (Morris 1991): what it changes by when an input moves over its whole range.
struct MorrisEffects {
    std::vector<IndexEstimate> mu;       ///< mean of the effects; opposite ones cancel out
    std::vector<IndexEstimate> mu_star;  ///< mean of their sizes (Campolongo, Cariboni & Saltelli 2007)
    std::vector<double> sigma;           ///< standard deviation (n - 1): not linear, or depends on other inputs
    std::string reason = {};             ///< why there are none; the lists are empty then
};

/// Effects of each trajectory, divided by the step as a share of the range. Trajectories are resampled.
/// O(runs + replicates x runs). @param outcomes  in the order of the design, finite
[[nodiscard]] MorrisEffects morris_effects(const MorrisLayout& layout, std::span<const double> outcomes, double step,
                                           const ResamplingOptions& options);

}  // namespace tarazy
