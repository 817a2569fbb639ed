#pragma once

#include "study/method.hpp"
#include "trace/evidence/evidence_results.hpp"

#include <optional>

namespace tarazy {

/// `trace.evidence`: rival explanations of one case weighed by clues (docs/trace-evidence.md). Tables: a row for each
/// clue and explanation; `scoreboard`, `ladder`, `weights`, `tornado`, `planner` as the command has them; `hypotheses`,
/// `clues` and `judgements` hold the texts in three languages, who judged and why.
///
/// Claims: `<analysis>.posterior.<hypothesis>`, `.rank.<hypothesis>`, `.leads.<hypothesis>`,
/// `.clues_against.<hypothesis>`,
/// `.weight.<a>-<b>` (posterior odds in decibels), `.decibels_to_reverse`, `.clues`. Intervals are those of draws
/// within the elicited ranges: they tell of the judges' doubt, not of sampling.
[[nodiscard]] Method evidence_method();

/// The result of an analysis from its data. @param draws  in place of those of the plan
[[nodiscard]] EvidenceResult evidence_result(const AnalysisPlan& plan, RivalExplanations rivals,
                                             std::optional<std::size_t> draws = std::nullopt);

/// The rivals that the analysis reads.
[[nodiscard]] RivalExplanations rivals_of(const AnalysisPlan& plan, const RoleTables& data);

/// Its tables.
[[nodiscard]] std::vector<ResultTable> evidence_tables(const EvidenceResult& result);

}  // namespace tarazy
