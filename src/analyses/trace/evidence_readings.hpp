#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `Method::other_readings` of trace.evidence: the tested numbers when one entry is read otherwise. Tried are each clue
/// of low confidence as not sought, each value in `other` of a likelihood, and each end of the range of a likelihood.
/// Draws of a reading are `reading_draws` at most. Empty when nothing is tested. O(readings x (draws x clues x
/// hypotheses))
[[nodiscard]] Table evidence_readings(const AnalysisPlan& plan, const RoleTables& data);

inline constexpr std::size_t reading_draws = 1000;

}  // namespace tarazy
