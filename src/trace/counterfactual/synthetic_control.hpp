#pragma once

#include "base/work.hpp"
#include "trace/counterfactual/donor_panel.hpp"
#include "trace/counterfactual/predictor_table.hpp"
#include "trace/counterfactual/simplex_least_squares.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// How predictors are weighted (the matrix V).
enum class PredictorWeighting {
    outcome,           ///< none: weights fit the outcomes before the treatment themselves
    inverse_variance,  ///< every predictor by the inverse of its variance over units
    given,             ///< as stated
    nested,            ///< searched so that the outcome before the treatment is met best
};

struct ControlOptions {
    PredictorWeighting weighting = PredictorWeighting::outcome;
    std::optional<PredictorTable> predictors = {};  ///< none: every outcome before the treatment is one
    std::vector<double> given = {};                 ///< a weight a predictor, with `given`
    /// Periods over which the nested search judges; all before the treatment by default.
    std::optional<std::pair<std::int64_t, std::int64_t>> judged = {};
    std::size_t evaluations = 4000;  ///< of the nested search
    std::uint64_t seed = 1;          ///< of its random starts
    double lambda = 0;               ///< penalty of the penalised control; 0: its limit
    bool ranges = true;              ///< work out what the data leave open
    Work work = {};
};

/// The synthetic control of one unit.
struct ControlFit {
    SimplexFit fit;                       ///< `fit.weights` one a donor, in the order of the panel
    std::vector<double> synthetic, gap;   ///< a period each; gap = actual - synthetic
    std::vector<std::string> predictors;  ///< names, where predictors are used
    std::vector<double> v;                ///< their weights, summing to 1
    std::vector<std::string> unused;      ///< predictors that are the same for all units
    double pre_rmspe = 0, post_rmspe = 0;
    bool perfect = false;          ///< the fit before the treatment is exact: the ratio and residuals mean nothing
    std::optional<double> ratio;   ///< post_rmspe / pre_rmspe; nothing when the fit is perfect
    double mean_gap = 0;           ///< over the periods of the treatment
    double judged_loss = 0;        ///< mean square of the gap over the judged periods
    double least_judged_loss = 0;  ///< the least that any weights on the simplex reach there: a bound for the search
    std::size_t evaluations = 0;   ///< of the nested search
    std::vector<std::pair<double, double>>
        range;  ///< counterfactual over all weights with the same loss, a period each
    std::pair<double, double> mean_gap_range = {0, 0};
    /// Where weights are not unique, or a penalty is named: the penalised control (Abadie & L'Hour 2021).
    std::optional<SimplexFit> penalised;
    std::vector<double> penalised_synthetic;
};

/// Synthetic control (Abadie & Gardeazabal 2003; Abadie, Diamond & Hainmueller 2010): weights on the donors that
/// minimise sum_k v_k (x_k - sum_j w_j x_jk)^2 over the simplex, each predictor divided by its standard deviation over
/// all units (divisor n - 1). With `outcome` the rows are the outcomes before the treatment, unscaled.
/// @throws UsageError when no predictor differs between units; LimitError never
[[nodiscard]] ControlFit synthetic_control(const DonorPanel& panel, const ControlOptions& options = {});

}  // namespace tarazy
