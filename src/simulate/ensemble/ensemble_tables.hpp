#pragma once

#include "simulate/ensemble/run_ensemble.hpp"
#include "simulate/sensitivity/resampling.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace tarazy {

/// Fan charts: of each policy, outcome and year the quantiles over runs, `policy,outcome,year,n,q05,q10,q25,q50,q75,
/// q90,q95`. Runs without a finite outcome are left out of `n` and of the quantiles. O(numbers log runs).
[[nodiscard]] Table fan_table(const Scenario& scenario, const Ensemble& ensemble);

/// The scenario in which nothing happens: no trends, no shocks, one policy that changes nothing. Its runs have the
/// inputs that those of the scenario begin with.
[[nodiscard]] Scenario without_changes(const Scenario& scenario);

/// What trends, shocks and policies change: of each run the outcome less that of the same run in which nothing happens.
/// Columns as of `fan_table`. @param unchanged  the ensemble of `without_changes(scenario)` with the same seed
[[nodiscard]] Table effect_table(const Scenario& scenario, const Ensemble& ensemble, const Ensemble& unchanged);

/// The last year of every run, `design,run,[block,]policy,<inputs>,<outcomes>`: what `simulate sensitivity` and
/// `simulate discover` read of one policy, and `simulate robustness` of all. @param policy  only this one
[[nodiscard]] Table runs_table(const Scenario& scenario, const Ensemble& ensemble, std::optional<std::size_t> policy);

/// How often each threshold is met in the last year, `policy,threshold,outcome,limit,n,share,share_lower,share_upper`,
/// with intervals of Wilson (1927). Runs without a finite outcome are left out.
[[nodiscard]] Table threshold_table(const Scenario& scenario, const Ensemble& ensemble, double level);

/// Numbers that are not finite.
[[nodiscard]] std::size_t undefined_outcomes(const Ensemble& ensemble);

}  // namespace tarazy
