#pragma once

#include "study/method.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// A claim that measures what other analyses may measure as well. The claim must outlive the call.
struct SharedClaim {
    SharedMeasure measure;
    const Claim* claim = nullptr;
};

/// Analyses of the same quantity that say the opposite: over their widest windows, if these share at least four fifths
/// of all their years, another pole leads, or the number is surely above 0 in one and surely below 0 in the other
/// (where there is an interval it decides; else the value). Claims about other states than the focus are left out.
/// Leaders come before signs. Each side is told by the first analysis that takes it, in the order of `claims`.
/// O(claims log claims).
[[nodiscard]] std::vector<Contradiction> find_contradictions(const std::vector<SharedClaim>& claims);

/// measures,analysis,says,claim,value,common_years,differing_years: a row for each number of each side.
[[nodiscard]] Table contradiction_table(const std::vector<Contradiction>& contradictions,
                                        const std::vector<AnalysisResult>& analyses);

}  // namespace tarazy
