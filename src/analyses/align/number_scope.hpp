#pragma once

#include "align/balance/shares.hpp"
#include "study/study_result.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// A state, and the years in which a number looks at it.
struct StateYears {
    std::string state;
    std::set<int> years;
    std::set<std::string> domains = {};  ///< of the balance: those whose values entered; empty: not told
};

/// What a number of `align.shares`, `align.ideal-points` or `align.balance` is made of, told by the tables of the
/// analysis: a window leaves out years that are not comparable and those in which a pole is not known, a rank has the
/// numbers of other states beside it.
struct NumberScope {
    std::vector<StateYears> states;  ///< the state first; of a standing, or a rank, the states beside it
    std::vector<PoleMembers> poles;  ///< to which closeness was taken; none: the states alone count
    std::string quantity;            ///< of a standing the one that is compared
    bool standing = false;
};
[[nodiscard]] NumberScope number_scope(const StudyResult& result, const AnalysisResult& analysis, const Claim& claim);

/// "1992-2012" or "1992"; an empty range for anything else.
[[nodiscard]] std::pair<int, int> years_named(const std::string& time);

/// All years of the scope, sorted.
[[nodiscard]] std::set<int> years_in(const NumberScope& scope);

}  // namespace tarazy
