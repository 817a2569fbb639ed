#pragma once

#include "report/rows_used.hpp"
#include "study/study_result.hpp"

#include <vector>

namespace tarazy {

/// Memberships that a number of a network rests on: those of its state; of an institution that it names all members'.
[[nodiscard]] std::vector<RowsUsed> membership_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                         const Claim& claim);

}  // namespace tarazy
