#pragma once

#include "text/estimates/corrected_mean.hpp"
#include "text/estimates/hand_sample.hpp"

#include <string>
#include <vector>

namespace tarazy {

struct EstimateOptions {
    /// Codes whose shares are wanted; empty = the codes are numbers, and their mean is wanted.
    std::vector<std::string> categories = {};
    double confidence = 0.95;
    std::string label = {};  ///< what the column `category` says where no categories are named
};

/// Fewer units coded by hand than this: the normal interval is not to be trusted, and a warning says so.
inline constexpr std::size_t few_hand_codes = 30;

/// Means (or shares) corrected by the hand sample, for all units, each stratum and each year: rows with the columns
/// `by,group,category,estimator,estimate,se,lower,upper,lambda,n_hand,n_units,note`.
/// Estimators: `machine_only` (no interval: its error is unknown), `hand_only`, `ppi` (lambda 1), `ppi_plus` (lambda of
/// least variance), `design_weighted`; over all units with strata also `ppi_plus_stratified`, sum N_h / N theta_h.
/// Those that take the sample for a simple random one are warned of when probabilities differ. A group with fewer than
/// two hand codes has `machine_only` and a note.
/// @throws InputError for a code that is no number when no categories are named; UsageError for a category that occurs
/// in
///         neither column
/// O(units x categories)
[[nodiscard]] Table estimate_table(const HandSample& sample, const EstimateOptions& options, const std::string& path,
                                   std::vector<std::string>& warnings);

/// How many units to code by hand for an interval of this half-width, from the sample at hand:
/// `by,group,category,n_units,n_hand,half_width_now,n_hand_only,n_needed,n_more,note`; `n_needed` uses the machine
/// codes, `n_hand_only` does not. Empty where coding all units would not be enough. @throws as above
[[nodiscard]] Table coding_plan_table(const HandSample& sample, double half_width, const EstimateOptions& options,
                                      const std::string& path, std::vector<std::string>& warnings);

}  // namespace tarazy
