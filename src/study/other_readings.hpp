#pragma once

#include "study/study_file.hpp"
#include "study/study_result.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Name of the result table that `Method::other_readings` fills.
inline constexpr const char* readings_table = "readings";

/// Judges a proposition again under each other reading of one entry of its data, in all analyses that read the entry
/// at once, and sets `overturned_by`, `readings_tried` and what is left of the verdict by them (`held_verdict`).
/// Tests relative to the comparison states keep their result: a reading of theirs is not known.
/// O(readings x tests).
void try_other_readings(const StudyProposition& declared, const std::vector<AnalysisResult>& analyses,
                        JudgedProposition& proposition);

/// proposition,data,entry,variable,as_recorded,other,basis,verdict,verdict_then,tests: a row for each reading that
/// turns a verdict.
[[nodiscard]] Table overturning_table(const std::vector<JudgedProposition>& propositions);

}  // namespace tarazy
