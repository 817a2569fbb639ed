#pragma once

#include "study/study_file.hpp"
#include "study/study_result.hpp"

#include <vector>

namespace tarazy {

/// Judges every declared test against the claims of the analyses. A test of an analysis that is not among `analyses`
/// stays undecided: it never counts as passed.
/// A test of a number that its analysis does not have is undecided and says which are near.
[[nodiscard]] std::vector<JudgedProposition> judge_propositions(const StudyFile& study,
                                                                const std::vector<AnalysisResult>& analyses);

/// One of them. @param study  tells by which methods its analyses are
[[nodiscard]] JudgedProposition judge_proposition(const StudyFile& study, const StudyProposition& proposition,
                                                  const std::vector<AnalysisResult>& analyses);

/// `proposition.<id>.verdict`: the verdict as a claim that rests on what the tested claims rest on.
[[nodiscard]] Claim verdict_claim(const JudgedProposition& proposition, const std::vector<AnalysisResult>& analyses,
                                  const std::string& command);

/// One row a test (one row for a proposition without tests), for `results/propositions.csv`:
/// proposition,theory,verdict,analysis,quantity,comparison,weight,result,value,lower,upper,claim,reason,as_recorded,
/// overturned_by,part,counted,comparison_states,comparison_passed,data_seen.
[[nodiscard]] Table proposition_table(const std::vector<JudgedProposition>& propositions,
                                      const std::vector<AnalysisResult>& analyses);

}  // namespace tarazy
