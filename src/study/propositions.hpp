#pragma once

#include "study/study_file.hpp"
#include "study/study_result.hpp"

#include <vector>

namespace tarazy {

/// How the weights of a proposition's tests came out.
struct TestWeights {
    double declared = 0, passed = 0, failed = 0;
    [[nodiscard]] double decided() const noexcept { return passed + failed; }
};
[[nodiscard]] TestWeights weigh(const std::vector<JudgedTest>& tests);

/// The verdict of declared tests. An undecided test counts for neither side, but it counts as declared:
/// - not tested: no test is declared;
/// - silent: tests of less than half of the declared weight are decided (the data cannot tell);
/// - supported: enough is decided, and all that is decided passed;
/// - contradicted: enough is decided, and all that is decided failed;
/// - mixed: enough is decided, some passed and some failed.
[[nodiscard]] Verdict verdict_of(const std::vector<JudgedTest>& tests);

/// Judges every declared test against the claims of the analyses. A test of an analysis that is not among `analyses`
/// stays undecided: it never counts as passed.
/// @throws InputError naming every test whose quantity its analysis does not claim, each with the nearest ones
[[nodiscard]] std::vector<JudgedProposition> judge_propositions(const StudyFile& study,
                                                                const std::vector<AnalysisResult>& analyses);

/// `proposition.<id>.verdict`: the verdict as a claim that rests on what the tested claims rest on.
[[nodiscard]] Claim verdict_claim(const JudgedProposition& proposition, const std::vector<AnalysisResult>& analyses,
                                  const std::string& command);

/// One row a test (one row for a proposition without tests), for `results/propositions.csv`:
/// proposition,theory,verdict,analysis,quantity,comparison,weight,result,value,lower,upper,claim,reason
[[nodiscard]] Table proposition_table(const std::vector<JudgedProposition>& propositions,
                                      const std::vector<AnalysisResult>& analyses);

}  // namespace tarazy
