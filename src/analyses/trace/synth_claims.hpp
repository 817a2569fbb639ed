#pragma once

#include "study/method.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// `mean_effect.<window>`, `effect.<year>` (uncertain: prediction intervals), `uniqueness_width.<window>`, `placebo_p`,
/// `placebo_rank`, `conformal_p`, `conformal_least_p`, `pre_rmspe`, `post_rmspe`, `rmspe_ratio`, `kkt_residual`,
/// `donors_used`, `pre_periods`, `post_periods`, `donor_weight.<state>`; of every donor as a placebo the same where
/// tests ask, without the effects of single years. Where no effect can be estimated its claim has no value and its
/// statement says why, so that a test of it is undecided for that reason.
[[nodiscard]] std::vector<Claim> synth_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables);
[[nodiscard]] std::vector<QuantityForm> synth_quantities(const AnalysisPlan& plan);
[[nodiscard]] std::string synth_command(const AnalysisPlan& plan);

/// "1994-2020": from what happened to the end of the analysis, whether or not the data reach so far.
[[nodiscard]] std::string synth_window(const AnalysisPlan& plan);

}  // namespace tarazy
