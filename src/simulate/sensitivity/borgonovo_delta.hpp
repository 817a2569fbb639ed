#pragma once

#include "simulate/designs/design.hpp"
#include "simulate/sensitivity/resampling.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

struct DeltaIndices {
    std::vector<IndexEstimate> delta;  ///< one an input
    std::vector<double> first;         ///< first-order Sobol index from the same classes: Var(mean of the class)/Var(Y)
    std::size_t classes = 0;
    std::string reason = {};  ///< why there are none
};

/// Borgonovo's (2007) delta: half of the expected area between the density of the outcome and its density given an
/// input; 0 = independent, 1 = decided by it. From any sample of independent runs, by the estimator of Plischke,
/// Borgonovo & Smith (2013): as many classes of equally many runs as they advise (runs with the same value of the input
/// stay in one class, so that the order of the rows decides nothing), Gaussian
/// kernels of Silverman's (1986) width, the area over 100 points from the least to the largest outcome by trapezoids,
/// and the bias that the bootstrap shows taken away: delta = 2 estimate - mean of replicates. Without replicates the
/// bias stays. O((1 + replicates) x inputs x runs x points within eight widths of a kernel). The runs are resampled,
/// the same ones for all inputs.
[[nodiscard]] DeltaIndices borgonovo_delta(const Design& design, std::span<const double> outcomes,
                                           const ResamplingOptions& options);

}  // namespace tarazy
