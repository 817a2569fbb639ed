#pragma once

#include "report/rows_used.hpp"
#include "study/study_result.hpp"

#include <vector>

namespace tarazy {

/// Roll calls and votes, or ties, that a number of `align.similarity` rests on: of its two states, in its session or
/// year. Of ties all rows of both states: what is compared are portfolios.
[[nodiscard]] std::vector<RowsUsed> similarity_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                         const Claim& claim);

/// Likewise of `align.shares`: of the state and the members of the poles named, or of all poles, in the year or window.
[[nodiscard]] std::vector<RowsUsed> shares_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                     const Claim& claim);

}  // namespace tarazy
