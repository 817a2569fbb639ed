#pragma once

#include "simulate/robustness/policy_robustness.hpp"
#include "table/table.hpp"

namespace tarazy {

/// A row a policy: `policy,mean,worst,regret_max,regret_q90,regret_mean,satisficing`, each with `_lower,_upper`, then
/// the rank by each criterion (`rank_worst,rank_regret_max,rank_regret_q90,rank_satisficing`; 1 is best, ties share the
/// better rank) and the share of resamples where the policy is first
/// (`first_by_regret_max,first_by_regret_q90,first_by_satisficing`). Means and worst outcomes have the sign of the
/// table that was read.
[[nodiscard]] Table robustness_table(const PolicyOutcomes& outcomes, const std::vector<PolicyRobustness>& policies,
                                     bool larger_is_better);

/// Sentences on criteria that rank different policies first, and on first places that less than half of the resamples
/// confirm.
[[nodiscard]] std::vector<std::string> robustness_notes(const PolicyOutcomes& outcomes,
                                                        const std::vector<PolicyRobustness>& policies);

}  // namespace tarazy
