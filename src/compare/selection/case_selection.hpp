#pragma once

#include "base/work.hpp"
#include "compare/sets/cases.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Two cases and in how many conditions they differ.
struct CasePair {
    std::size_t first = 0, second = 0;
    std::size_t different = 0;
    std::size_t extreme_groups = 0;       ///< groups of conditions in which no pair of its kind differs less (or more)
    std::vector<std::size_t> conditions;  ///< in which they differ
};

/// Pairs for comparison (De Meur & Berg-Schlosser 1994), on memberships read at one half: most similar cases with
/// different outcomes (MSDO) differ in the fewest conditions, most different cases with the same outcome (MDSO) in the
/// most.
struct PairSelection {
    std::vector<CasePair> msdo, mdso_positive, mdso_negative;
    std::size_t least_different = 0;          ///< the threshold of msdo; with groups: how many of them it reaches
    std::size_t most_different_positive = 0;  ///< of mdso among cases with the outcome
    std::size_t most_different_negative = 0;
};

/// Conditions that belong together (economic ones, social ones) should not count as often as there are of them: with
/// groups, the pairs chosen are those that reach the least (or largest) difference in the most groups at once.
/// @param slack  also pairs that miss the threshold by so many conditions, or with groups by so many groups
/// @param groups  of conditions; each condition in one group at most; empty: all conditions together
/// Cases at exactly one half on the outcome take no part; a condition at exactly one half differs from both sides.
/// O(cases^2 x conditions)
[[nodiscard]] PairSelection select_pairs(const Cases& cases, std::size_t slack = 0,
                                         const std::vector<std::vector<std::size_t>>& groups = {},
                                         const Work& work = {});

/// Mill's methods on the table as dichotomies (Mill 1843, book III, ch. 8).
struct MillFindings {
    std::vector<Literals> agreement;   ///< single conditions (or absences) that all cases with the outcome share
    std::vector<CasePair> difference;  ///< one with, one without the outcome, differing in one condition only
    std::vector<Literals> joint;  ///< of `agreement`, those that no case without the outcome has (indirect difference)
};
[[nodiscard]] MillFindings mill_methods(const Cases& cases, const Work& work = {});

}  // namespace tarazy
