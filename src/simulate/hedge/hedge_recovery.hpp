#pragma once

#include "simulate/hedge/hedge_fit.hpp"

#include <vector>

namespace tarazy {

/// How well one parameter is found again in panels that the model itself has made.
struct RecoveredTerm {
    HedgeTerm term = HedgeTerm::trade;
    double truth = 0;
    double mean = 0, sd = 0;        ///< of the estimates
    double bias_se = 0;             ///< standard error of the mean: what is less than two of it is no bias to speak of
    double mean_se = 0;             ///< mean of the standard errors where there are any; NaN otherwise
    std::size_t with_interval = 0;  ///< panels in which the parameter has one
    std::size_t covered = 0;        ///< of these, the interval holds the truth
    std::size_t on_bound = 0, flat = 0;
};

struct HedgeRecovery {
    std::vector<RecoveredTerm> terms = {};  ///< the free ones
    std::size_t panels = 0, failed = 0;
    double level = 0;
};

/// Simulates panels from the model with `truth` (the pairs, drivers and first profiles of `like`) and estimates each.
/// The panel's number names its stream; the same result at any number of threads. O(panels x a fit).
/// @param fit  free terms, level, starts; given terms are those of `truth`
[[nodiscard]] HedgeRecovery recover_hedge(const HedgeData& like, const HedgeCoefficients& truth, std::size_t panels,
                                          const HedgeFitOptions& fit);

}  // namespace tarazy
