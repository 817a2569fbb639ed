#pragma once

#include "trace/counterfactual/conformal.hpp"
#include "trace/counterfactual/interrupted_series.hpp"
#include "trace/counterfactual/mean_contrast.hpp"
#include "trace/counterfactual/placebos.hpp"
#include "trace/counterfactual/prediction_intervals.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// All that is known of one synthetic control; what was not asked for is nothing.
struct ControlResult {
    DonorPanel panel;
    ControlFit control;
    std::optional<SpacePlacebos> space;
    std::optional<std::vector<TimePlacebo>> time;
    std::optional<PredictionIntervals> intervals;
    std::optional<ConformalTest> conformal;
    double level = 0.9;
};

/// `<time>,actual,synthetic,gap,range_low,range_high[,penalised][,lower,upper][,conformal_lower,conformal_upper,
/// conformal_p]`: range_low and range_high of the counterfactual over all weights with the same loss; the bounds are
/// those of the effect (gap). @param time  what the first column is called
[[nodiscard]] Table path_table(const ControlResult& result, const std::string& time = "time");

/// `unit,weight[,penalised]`: every donor, in the order of the panel.
[[nodiscard]] Table weight_table(const ControlResult& result);

/// `predictor,v,treated,synthetic,mean`: how well the predictors are met. Empty without predictors.
[[nodiscard]] Table balance_table(const ControlResult& result, const PredictorTable& predictors);

/// `unit,loss,kkt,rmspe_pre,rmspe_post,ratio,mean_gap,kept,unique,w`: the treated unit first.
[[nodiscard]] Table space_table(const SpacePlacebos& placebos);

/// `from,pre,rmspe_pre,rmspe_post,ratio,mean_gap`
[[nodiscard]] Table time_table(const std::vector<TimePlacebo>& placebos);

/// One row: `treated,from,pre,post,donors,loss,kkt,kkt_relative,certified,unique,rmspe_pre,rmspe_post,ratio,mean_gap,
/// mean_gap_low,mean_gap_high,mean_lower,mean_upper,level,placebo_p,placebo_rank,placebos_ranked,conformal_p,
/// conformal_least_p,conformal_mean_lower,conformal_mean_upper,judged_loss,least_judged_loss,evaluations,no_interval,
/// no_conformal_set,no_conformal_mean`
[[nodiscard]] Table summary_table(const ControlResult& result);

/// `term,estimate,se_ols,se_nw,t_nw,p_nw,lower,upper`
[[nodiscard]] Table term_table(const InterruptedSeries& series);

/// `<time>,value,fitted,continued`: the fit, and the line of before carried on.
[[nodiscard]] Table fitted_table(const DatedSeries& series, const InterruptedSeries& fit,
                                 const std::string& time = "time");

/// `unit,n_before,n_after,before,after,change,difference,rank,p`
[[nodiscard]] Table contrast_table(const MeanContrast& contrast);

}  // namespace tarazy
