#pragma once

#include "simulate/forecast/forecaster.hpp"
#include "simulate/hedge/hedge_fit.hpp"

namespace tarazy {

/// The alignment model as a forecaster of a panel's shares.
///
/// At each origin it is estimated on the pairs of years up to it, all states together. A draw takes parameters from the
/// Laplace approximation, then year by year expected profiles and a Dirichlet profile around them. Drivers of later
/// years are those last known at the origin: nothing that came later is used. A state without a profile, or without a
/// needed driver, up to the origin has no forecast. Where the parameters cannot be estimated there is none at all.
///
/// The names of states must be those of the panel; the histories given are its shares. O(a fit + draws x horizon x
/// states).
/// @param fit  free and given terms, starts; threads and work are those of the caller of `forecast`
[[nodiscard]] Forecaster hedge_forecaster(const HedgePanel& panel, const HedgeFitOptions& fit);

}  // namespace tarazy
