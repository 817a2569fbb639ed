#pragma once

#include "report/chapter.hpp"

#include <vector>

namespace tarazy {

/// Memberships that a number of a network rests on: those of its state; of an institution that it names all members'.
[[nodiscard]] std::vector<RowsUsed> membership_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                         const Claim& claim);
/// Of numbers of a year or a window the spells that reach into it.
[[nodiscard]] RowsByRole membership_rows_entered(const RowsQuestion& question);

}  // namespace tarazy
