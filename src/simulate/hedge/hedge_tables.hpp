#pragma once

#include "simulate/hedge/hedge_calibration.hpp"
#include "simulate/hedge/hedge_fit.hpp"
#include "simulate/hedge/hedge_recovery.hpp"
#include "table/table.hpp"

namespace tarazy {

/// `parameter,name,estimate,se,lower,upper,free,meaning,notes`, a row a parameter that is free or not at its default.
[[nodiscard]] Table hedge_estimate_table(const HedgeFit& fit);

/// How each observed profile compares with the expected one: `state,year,share,previous,observed,expected`, a row a
/// share, and of the expected profile `balance,hhi,room` on each of its rows.
[[nodiscard]] Table hedge_fit_table(const HedgePanel& panel, const HedgeData& data, const HedgeFit& fit);

/// `parameter,truth,mean,bias,bias_se,sd,mean_se,coverage,coverage_lower,coverage_upper,with_interval,on_bound,flat`;
/// the interval of the coverage is Wilson's (1927).
[[nodiscard]] Table hedge_recovery_table(const HedgeRecovery& recovery);

/// `parameter,prior,replicates,draws,chi_square,p,ecdf_difference,ecdf_p_bound`.
[[nodiscard]] Table hedge_calibration_table(const HedgeCalibration& calibration, std::size_t bins);

/// Years in which the search for mutually consistent profiles did not converge, or found more than one set: a sentence
/// each.
[[nodiscard]] std::vector<std::string> hedge_equilibrium_notes(const HedgeData& data, const HedgeCoefficients& found);

}  // namespace tarazy
