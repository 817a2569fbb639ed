#pragma once

#include "report/chapter.hpp"

#include <vector>

namespace tarazy {

/// Cases that a number of `compare.minimise` rests on, and their coded cells: of a single condition its column and the
/// outcome, of the rest those of all conditions.
[[nodiscard]] std::vector<RowsUsed> case_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                   const Claim& claim);
/// Of a row of the truth table the cases with a degree of membership in it above 0: in fuzzy sets these are more than
/// the cases that the row is said to have.
[[nodiscard]] RowsByRole case_rows_entered(const RowsQuestion& question);

}  // namespace tarazy
