#pragma once

#include "simulate/designs/design.hpp"
#include "simulate/sensitivity/resampling.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// An outcome of every run of a design, in its order.
struct RunOutcome {
    std::string name;
    std::vector<double> values;
};

struct SensitivityOptions {
    /// sobol, pairs (Sobol indices of pairs), morris, shapley: of their own designs; delta, pawn: of any sample
    std::string method = "sobol";
    ResamplingOptions resampling = {};
    unsigned levels = 0;      ///< morris: 0 = as the design says, or 4
    std::size_t slices = 10;  ///< pawn
};

/// The method that a design was made for; delta where it was made for none.
[[nodiscard]] std::string method_of_design(const Design& design);

/// How much each input matters for each outcome: columns `outcome`, `input` (of pairs `input1`, `input2`), the index
/// and what tells how sure it is, last `notes`. An index whose interval holds 0 is noted; without an index the reason
/// is.
///
///     sobol    S1, S1_conf, S1_lower, S1_upper, ST, ST_conf, ST_lower, ST_upper
///     pairs    S2, S2_conf, S2_lower, S2_upper
///     morris   mu, mu_conf, mu_star, mu_star_conf, mu_star_lower, mu_star_upper, sigma
///     shapley  share, share_conf, share_lower, share_upper
///     delta    delta, delta_conf, delta_lower, delta_upper, S1
///     pawn     median, mean, minimum, maximum, cv, slices, dummy_median
///
/// @throws UsageError for a method that the design does not fit; InputError for a layout that is not as it should be
[[nodiscard]] Table sensitivity_table(const Design& design, const std::vector<RunOutcome>& outcomes,
                                      const SensitivityOptions& options);

}  // namespace tarazy
