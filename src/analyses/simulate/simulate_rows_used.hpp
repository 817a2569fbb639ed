#pragma once

#include "report/chapter.hpp"

#include <vector>

namespace tarazy {

/// Lines of the scenario behind a number of `simulate.ensemble`: its run, inputs, trends, shocks and model; of policies
/// and thresholds those that the number names (of regret and of importance all that are compared).
[[nodiscard]] std::vector<RowsUsed> scenario_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                       const Claim& claim);
[[nodiscard]] RowsByRole scenario_rows_entered(const RowsQuestion& question);

/// Rows of the series that `simulate.forecast` goes on with; of the score of a sealed forecast also the seal.
[[nodiscard]] std::vector<RowsUsed> forecast_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                       const Claim& claim);
[[nodiscard]] RowsByRole forecast_rows_entered(const RowsQuestion& question);

/// All rows of the one table that `simulate.assure`, `simulate.bargain` and `simulate.hedge` read: each moves the
/// equilibrium, the end of the bargaining, the estimate.
[[nodiscard]] std::vector<RowsUsed> whole_input_used(const StudyResult& result, const AnalysisResult& analysis,
                                                     const Claim& claim);

}  // namespace tarazy
