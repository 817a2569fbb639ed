#pragma once

#include "report/rows_used.hpp"
#include "study/study_result.hpp"

#include <vector>

namespace tarazy {

/// Cases that a number of `compare.minimise` rests on, and their coded cells: of a row of the truth table the cases in
/// it, of a single condition its column and the outcome, of a model, a term and the rest all cases.
[[nodiscard]] std::vector<RowsUsed> case_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                   const Claim& claim);

}  // namespace tarazy
