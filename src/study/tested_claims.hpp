#pragma once

#include "study/criterion.hpp"
#include "study/study_result.hpp"

#include <string>
#include <vector>

namespace tarazy {

[[nodiscard]] const AnalysisResult* find_analysis(const std::vector<AnalysisResult>& analyses, const std::string& id);

/// The claim that a test calls by its quantity: the claim's id without the analysis' id in front.
[[nodiscard]] const Claim* claim_of_quantity(const AnalysisResult& analysis, const std::string& quantity);

/// The claims that say the same of the comparison states (of a comparison, of the other cases).
[[nodiscard]] std::vector<const Claim*> comparison_claims(const AnalysisResult& analysis, const Claim& claim);

/// What a criterion on the claim reads: the claim itself, or where its number stands among those of the comparison
/// states. The standing is that of the method where it has one, since only the method knows which errors go together;
/// else it is worked out here from numbers that carry no error.
struct ReadClaim {
    Claim claim;
    std::string why_not;  ///< why there is none; empty when there is
    WhyUndecided why = WhyUndecided::decided;
};
[[nodiscard]] ReadClaim claim_read_by(Scale scale, const AnalysisResult& analysis, const Claim& claim);

/// How the comparison states fare in a test of the claim. A relative test has no such count: by its nature some pass it
/// and some do not.
[[nodiscard]] ComparisonPasses passes_among(const Criterion& criterion, const std::vector<Claim>& others);
[[nodiscard]] ComparisonPasses comparison_passes(const Criterion& criterion, const AnalysisResult& analysis,
                                                 const Claim& claim);

}  // namespace tarazy
