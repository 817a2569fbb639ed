#pragma once

#include "report/rows_used.hpp"
#include "study/study_result.hpp"

#include <vector>

namespace tarazy {

/// Points of the series, or of the indicator, that a number of `trace.changepoints` rests on.
[[nodiscard]] std::vector<RowsUsed> changepoint_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                          const Claim& claim);

/// Values of the indicator that a number of `trace.its`, `trace.contrast` or `trace.synth` rests on: of the state
/// alone, or of the states compared, too.
[[nodiscard]] std::vector<RowsUsed> outcome_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                      const Claim& claim);

/// Hypotheses, clues and likelihoods of the set that `trace.evidence` weighed.
[[nodiscard]] std::vector<RowsUsed> evidence_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                       const Claim& claim);

/// Events that a number of `trace.graph` is about; all links, since each may lie on a path.
[[nodiscard]] std::vector<RowsUsed> graph_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                    const Claim& claim);

}  // namespace tarazy
