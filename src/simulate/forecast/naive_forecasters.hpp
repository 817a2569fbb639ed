#pragma once

#include "simulate/forecast/forecaster.hpp"

#include <string>
#include <vector>

namespace tarazy {

struct NaiveOptions {
    ValueScale scale = {};
    std::size_t recent_years = 10;  ///< that `recent` draws from
};

/// The benchmarks, in this order. All work on the open line of the scale (open_line.hpp) but `recent`, whose draws are
/// values that were there. Years that are missing are skipped. With a last value older than the origin the steps are
/// counted from that value.
///
/// persistence  the last value, plus the change between two years as far apart as the horizon, drawn from the past and
///              with either sign, so that its middle is the last value. With fewer than 5 such pairs: the sum of drawn
///              one-year changes. Needs 3 one-year changes.
/// drift        random walk with drift: the mean of past one-year changes, uncertain as a mean of n is, plus normal
///              innovations with their covariance. Needs 3 one-year changes.
/// ar1          y_t = c + f y_(t-1) + e by least squares for each series, f held to -0.99 ... 0.99, parameters
/// uncertain
///              by the Bayesian bootstrap (Rubin 1981) with the same weights for all series; normal innovations with
///              the covariance of the residuals. Needs 5 pairs of years. For shares it depends on which series is the
///              last.
/// recent       one of the last years that have values, drawn anew for each horizon: the bootstrap benchmark of
/// conflict
///              forecasting (ViEWS; Hegre et al. 2024). Needs 3 years with values.
///
/// O(draws x horizon x years x series) a state.
[[nodiscard]] std::vector<Forecaster> naive_forecasters(const NaiveOptions& options = {});

/// The forecasters of these names, in the order of `all`; no names: all of them.
/// @throws UsageError that suggests the nearest name
[[nodiscard]] std::vector<Forecaster> forecasters_named(const std::vector<Forecaster>& all,
                                                        const std::vector<std::string>& names);

}  // namespace tarazy
