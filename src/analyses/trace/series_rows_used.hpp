#pragma once

#include "report/chapter.hpp"

#include <vector>

namespace tarazy {

/// Points of the series, or of the indicator, that a number of `trace.changepoints` rests on.
[[nodiscard]] std::vector<RowsUsed> changepoint_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                          const Claim& claim);

/// Of where breaks stand beside events: the events that they are compared with.
[[nodiscard]] RowsByRole changepoint_rows_entered(const RowsQuestion& question);

/// Values of the indicator that a number of `trace.its`, `trace.contrast` or `trace.synth` rests on: of the state
/// alone, or of the states compared, too.
[[nodiscard]] std::vector<RowsUsed> outcome_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                      const Claim& claim);

/// Hypotheses, clues and likelihoods of the set that `trace.evidence` weighed.
[[nodiscard]] std::vector<RowsUsed> evidence_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                       const Claim& claim);

/// Events and links that a number of `trace.graph` is about: of paths between two events the links on them.
[[nodiscard]] std::vector<RowsUsed> graph_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                    const Claim& claim);
[[nodiscard]] RowsByRole graph_rows_entered(const RowsQuestion& question);

/// Events, links or contradictions that a number of `trace.chronology` counts, or the event that gives it.
[[nodiscard]] std::vector<RowsUsed> chronology_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                         const Claim& claim);

}  // namespace tarazy
