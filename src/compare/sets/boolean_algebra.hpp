#pragma once

#include "base/work.hpp"
#include "compare/sets/literals.hpp"

#include <vector>

namespace tarazy {

// Expressions as sums of products (sets of terms), without terms that contradict themselves or that a shorter one of
// the same sum covers. What a sum stands for, its set of configurations, is kept; it need not be the shortest there is.

/// a + b
[[nodiscard]] std::vector<Literals> either(const PropertySpace& space, const std::vector<Literals>& a,
                                           const std::vector<Literals>& b);

/// a * b, multiplied out. O(|a| x |b|) terms before absorption
[[nodiscard]] std::vector<Literals> both(const PropertySpace& space, const std::vector<Literals>& a,
                                         const std::vector<Literals>& b, const Work& work = {});

/// ~a by De Morgan's rules; the absence of a level of a multi-value condition is any of its other levels. The empty sum
/// (never) becomes the empty term (always), and the other way round.
[[nodiscard]] std::vector<Literals> negation(const PropertySpace& space, const std::vector<Literals>& a,
                                             const Work& work = {});

/// Does the sum cover every configuration? Conditions of which some level is in no term are settled at that level; what
/// is left is looked at level by level of one condition after the other (Shannon 1938).
[[nodiscard]] bool covers_everything(const PropertySpace& space, std::vector<Literals> terms);

/// Does the sum cover every configuration that the term covers? @pre the term does not contradict itself
[[nodiscard]] bool covers_term(const PropertySpace& space, const std::vector<Literals>& terms, Literals term);

}  // namespace tarazy
