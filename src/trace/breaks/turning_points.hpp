#pragma once

#include "table/table.hpp"
#include "trace/breaks/any_change.hpp"
#include "trace/breaks/break_posterior.hpp"
#include "trace/breaks/change_location.hpp"
#include "trace/breaks/narrowest_significance.hpp"
#include "trace/breaks/time_series.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Periods, both ends included, in which a change is asked for: as times of the series.
struct ChangeWindow {
    double from = 0, to = 0;
    std::string name;  ///< "2012-2014"
};

struct TurningPointOptions {
    std::optional<double> p, m0, k0, a0, b0;  ///< what is given replaces the default prior
    double credible = 0.9;                    ///< what the set of dates of a change holds
    NoChange null = NoChange::serial;
    std::size_t samples = 9'999;  ///< series without a change
    std::size_t block = 0;        ///< of the moving blocks; 0: see `default_block_length`
    double alpha = 0.1;           ///< P(any guaranteed interval holds no change) is at most this
    StretchLengths norm = StretchLengths::all;
    NoiseThreshold threshold = NoiseThreshold::by_length;
    std::size_t lags = 0;  ///< that guaranteed intervals fit along with the level, for dependent noise
    std::vector<ChangeWindow> windows = {};
    bool other_priors = false;  ///< also `prior_sensitivity`
    std::uint64_t seed = 1;
    unsigned threads = 1;
    Work work = {};
};

/// What three ways of asking say of one series, in this order: the posterior (how probable, under a prior), the p-value
/// (is there any change at all, without one), the guaranteed intervals (where there surely is one).
struct TurningPoints {
    std::string name;
    std::vector<std::string> time;  ///< of each observation, as the data write it
    std::vector<double> y;          ///< mean over the draws
    std::size_t draws = 1;
    SegmentPrior prior;
    BreakPosterior posterior;
    std::vector<CredibleChange> changes;
    /// P(at least one change after an observation in it), of each window; nothing where it holds no observation.
    std::vector<std::optional<double>> in_window;
    AnyChange any;                                    ///< of y: error of measurement is not carried into it
    std::optional<NarrowestSignificance> guaranteed;  ///< of y, likewise
    std::string no_guarantee;                         ///< why there is none
    std::vector<PriorSensitivity> other_priors;
    double autocorrelation = 0;  ///< of first order, of y less the posterior mean
    std::size_t lags = 0;        ///< that the guaranteed intervals fit
};

/// @throws InputError, UsageError, LimitError as the parts; Interrupted
[[nodiscard]] TurningPoints turning_points(const TimeSeries& series, const TurningPointOptions& options);

/// A sentence when the noise about the level is dependent (autocorrelation above 2/sqrt(n)), since the guaranteed
/// intervals, and p-values by permutations, are then no longer what they say. None where the intervals fit lags.
[[nodiscard]] std::optional<std::string> dependent_noise(const TurningPoints& points);

/// Observations (1-based, the last never) whose time lies in the window.
[[nodiscard]] std::vector<std::size_t> observations_within(const TimeSeries& series, const ChangeWindow& window);

// The same as tables, a block of rows a series. Times are as the data write them.

/// `series,change_after,lower,upper,probability,held,dates,guaranteed_from,guaranteed_to`: a row a change of the most
/// probable segmentation; `lower` and `upper` are the first and last of the `dates` that hold `held` of it,
/// `probability` that at least one change lies among them; a guaranteed interval is named when it covers
/// `change_after`.
[[nodiscard]] Table changes_table(std::span<const TurningPoints> all);

/// `series,t,y,mean,sd,change_after`: the posterior of each observation; `change_after` is a probability.
[[nodiscard]] Table posterior_table(std::span<const TurningPoints> all);

/// `series,n,first,last,draws,expected_changes,changes_q05,changes_q10,changes_q50,
/// changes_q90,changes_q95,any_change,p_any,statistic,statistic_after,null,
/// block,samples,sigma,threshold,guaranteed_intervals,no_guarantee,log_evidence,truncated,p,m0,k0,a0,b0,
/// autocorrelation`
[[nodiscard]] Table turning_point_summary(std::span<const TurningPoints> all);

/// `series,changes,probability`
[[nodiscard]] Table number_table(std::span<const TurningPoints> all);

/// `series,from,to,deviation,sigma,threshold`: between the observations `from` and `to` at least one change
[[nodiscard]] Table guaranteed_table(std::span<const TurningPoints> all);

/// `series,prior,expected_changes,any_change,map_changes,log_evidence,p,m0,k0,a0,b0`
[[nodiscard]] Table sensitivity_table(std::span<const TurningPoints> all);

/// `series,from,to,probability`: of each window that was asked for
[[nodiscard]] Table window_table(std::span<const TurningPoints> all, std::span<const ChangeWindow> windows);

}  // namespace tarazy
