#pragma once

#include "simulate/ensemble/run_ensemble.hpp"
#include "simulate/sensitivity/resampling.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace tarazy {

/// Fan charts: of each policy, outcome and year the quantiles over runs, `policy,outcome,year,n,q05,q25,q50,q75,q95`.
/// Runs without a finite outcome are left out of `n` and of the quantiles. O(numbers log runs).
[[nodiscard]] Table fan_table(const Scenario& scenario, const Ensemble& ensemble);

/// The last year of every run, `design,run,[block,]policy,<inputs>,<outcomes>`: what `simulate sensitivity` and
/// `simulate discover` read of one policy, and `simulate robustness` of all. @param policy  only this one
[[nodiscard]] Table runs_table(const Scenario& scenario, const Ensemble& ensemble, std::optional<std::size_t> policy);

/// How often each threshold is met in the last year, `policy,threshold,outcome,limit,n,share,share_lower,share_upper`,
/// with intervals of Wilson (1927). Runs without a finite outcome are left out.
[[nodiscard]] Table threshold_table(const Scenario& scenario, const Ensemble& ensemble, double level);

/// Numbers that are not finite.
[[nodiscard]] std::size_t undefined_outcomes(const Ensemble& ensemble);

}  // namespace tarazy
