#pragma once

#include "base/work.hpp"
#include "compare/sets/cases.hpp"
#include "compare/sets/set_fit.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// One of the areas in which a theory T and a solution S meet.
struct TheoryArea {
    std::string name;                  ///< "T*S", "~T*S", "T*~S", "~T*~S"
    std::vector<Literals> expression;  ///< as a sum of products
    std::vector<double> membership;    ///< min of the memberships in T or ~T and S or ~S
    SufficiencyFit fit;
    std::vector<std::size_t> with;     ///< cases in the area with the outcome
    std::vector<std::size_t> without;  ///< and without it
};

/// Where theory and solution agree and differ (Ragin 1987; Schneider & Wagemann 2012, ch. 11): cases with the outcome
/// in T*S are covered most likely cases, in ~T*S those by which the theory grows, in T*~S and ~T*~S those the solution
/// misses. A case at exactly one half is in no area. O(cases x terms)
[[nodiscard]] std::vector<TheoryArea> theory_evaluation(const Cases& cases, const std::vector<Literals>& theory,
                                                        const std::vector<Literals>& solution, const Work& work = {});

/// What a case is to the statement that x suffices for y (Schneider & Rohlfing 2013).
enum class CaseType {
    typical,              ///< x and y above 1/2, x no larger than y
    deviant_degree,       ///< x and y above 1/2, x larger than y: deviant consistency in degree
    deviant_consistency,  ///< x above, y below: in kind
    deviant_coverage,     ///< y above, x below
    irrelevant,           ///< both below
    undecided,            ///< one of them exactly 1/2
};
[[nodiscard]] CaseType case_type(double x, double y);
[[nodiscard]] const char* to_string(CaseType type);

/// How far a case is from the clearest one of its type, by the principle of Schneider & Rohlfing (2013) that the
/// clearest deviates most, or least, and lies deepest in its sets: typical and deviant in degree 2 |y - x| + (1 - x);
/// deviant consistency in kind (1 - (x - y)) + (1 - x); deviant coverage (1 - (y - x)) + (1 - y). Irrelevant and
/// undecided cases are ranked by nothing.
[[nodiscard]] std::optional<double> case_distance(double x, double y);

/// A typical case of a term, seen from one of its conditions (the focal conjunct).
struct TypicalCase {
    std::size_t at = 0;
    double focal = 0, outcome = 0;
    double others = 0;        ///< least membership in the other conditions of the term; 1 without any
    double term = 0;          ///< membership in the term
    double distance = 0;      ///< 2 |y - focal| + (1 - term): the smaller, the better to study
    bool attributes = false;  ///< the focal condition decides the membership in the term
};

/// Typical cases of a term for process tracing of one condition, the best first: those in which the focal condition
/// decides the membership in the term before the others, then those in which it does not exceed the outcome, then by
/// distance (Schneider & Rohlfing 2013, as SetMethods 4.1 computes it). @pre `condition` is in the term
[[nodiscard]] std::vector<TypicalCase> typical_cases(const Cases& cases, Literals term, std::size_t condition);

/// Two typical cases to compare on one condition of a term.
struct TypicalPair {
    std::size_t first = 0, second = 0;  ///< the first stands later in the table
    /// (1/2 - (f1 - f2)) + (1/2 - (y1 - y2)) + 2 |f1 - y1| + 2 |f2 - y2| + |o1 - o2|, with f the focal condition, y the
    /// outcome, o the other conditions: the smaller, the better
    double distance = 0;
    bool both_attribute = false;  ///< in both the focal condition decides the membership in the term
};

/// Pairs of typical cases, the best first: those in which the focal condition decides in both before the others, then
/// by distance (Schneider & Rohlfing 2013; the distance and its orientation as in SetMethods 4.1).
struct TypicalPairs {
    std::vector<TypicalPair> best;  ///< the first `most` of them
    std::uint64_t count = 0;        ///< how many there are in all
};
/// O(typical cases^2) time, O(most) memory
[[nodiscard]] TypicalPairs typical_pairs(const Cases& cases, Literals term, std::size_t condition, std::size_t most,
                                         const Work& work = {});

}  // namespace tarazy
