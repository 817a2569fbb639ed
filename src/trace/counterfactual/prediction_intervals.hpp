#pragma once

#include "base/work.hpp"
#include "trace/counterfactual/synthetic_control.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// How the error outside of the sample is bounded.
enum class OutsideError {
    sub_gaussian,  ///< -+ s sqrt(2 log(2 / a)), s^2 = sum u^2 / (T0 - 1), a the share of both tails
    quantile,      ///< quantiles of the residuals, widened to hold 0
};

struct PredictionOptions {
    double level = 0.9;  ///< half of what is left goes to the error in the sample, half to that outside of it
    std::size_t draws = 200;
    OutsideError outside = OutsideError::sub_gaussian;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
    bool mean_only = false;                   ///< no intervals of single periods
    std::vector<double> further_levels = {};  ///< intervals also at these, by the same draws
};

/// Interval of one effect and its parts. The effect is gap - (in-sample error) - (out-of-sample error).
struct PredictionInterval {
    double effect = 0;  ///< the gap
    double lower = 0, upper = 0;
    double in_lower = 0, in_upper = 0;    ///< of the counterfactual, from not knowing the weights
    double out_lower = 0, out_upper = 0;  ///< of the counterfactual, from shocks after the treatment
};

/// Of one level.
struct LevelIntervals {
    double level = 0.9;
    std::vector<PredictionInterval> periods;  ///< after the treatment; none where only the mean is asked for
    PredictionInterval mean;                  ///< of the mean effect over them
};

struct PredictionIntervals {
    std::vector<PredictionInterval> periods;  ///< of `level`
    PredictionInterval mean;
    std::vector<LevelIntervals> further;  ///< of `further_levels`, in their order
    std::string refusal;                  ///< why there are none (English); empty when there are
};

/// Prediction intervals after Cattaneo, Feng & Titiunik (2021), for weights fitted to the outcomes.
///
/// In the sample (their sec. 4.1): with residuals u before the treatment, G = B'diag(u - mean u) z sqrt(T0 / (T0 - d)),
/// z standard normal, d the number of positive weights less one (HC1); for each draw the least and greatest p'(w^ - w)
/// over all w on the simplex with (w - w^)'B'B(w - w^) - 2 G'(w - w^) <= 0; their quantiles a/2 and 1 - a/2 over the
/// draws. The set is the simplex itself; weights near zero are not first set to zero, which can only widen it. Each
/// bound is found exactly by following the multiplier of the quadratic constraint. Outside of the sample (their sec.
/// 4.2): sub-Gaussian shocks as large as the residuals, or the residuals' quantiles. Their size is taken about zero,
/// not about the residuals' mean: a fit that is off on average makes the interval wide and does not shift it, so that
/// it always holds the estimate. Of the mean effect the bound of a single period is used, which holds however strongly
/// the shocks depend on one another.
///
/// Refused, not computed, when the fit is exact (there are no residuals to learn from) or no degree of freedom is left
/// (T0 <= d + 1). O(draws x periods x fits), in parallel; the same bytes at any number of threads.
/// @param control  of this panel, by `PredictorWeighting::outcome`
/// @throws UsageError for a level or a number of draws out of range
[[nodiscard]] PredictionIntervals prediction_intervals(const DonorPanel& panel, const ControlFit& control,
                                                       const PredictionOptions& options = {});

}  // namespace tarazy
