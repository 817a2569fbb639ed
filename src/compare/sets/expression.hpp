#pragma once

#include "compare/sets/literals.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Brackets are multiplied out up to so many terms.
inline constexpr std::size_t most_expression_terms = 1000;

/// Reads an expression and gives it as a sum of products: `A*~B + C{2}`, `A*(B + ~C)`, `~(A*B)`. `~A` negates, `~(..)`
/// by De Morgan's rules; of a condition with two levels also `A{0}`, `A{1}`. `C{1,2}` is either level; `~C{2}` of a
/// multi-value condition stands for its other levels; square brackets do what braces do. Names are any UTF-8; letter
/// case matters and never means negation. A term that contradicts itself is left out; what brackets multiply out to is
/// free of terms that a shorter one covers, while a plain sum stays as it was written.
/// @throws UsageError that shows the expression, the character counted from 1, and the nearest name; LimitError when
///         the brackets multiply out to more than `most_expression_terms` terms
[[nodiscard]] std::vector<Literals> parse_expression(std::string_view text, const PropertySpace& space);

/// The expressions of a list with commas between them; a comma within brackets of any kind belongs to its expression:
/// `A*B, FED{1,2}`. Blanks around them and empty ones are left out. O(length)
[[nodiscard]] std::vector<std::string> expression_list(std::string_view text);

/// The texts that stand where an expression has names of conditions, each once, in their order. Names that hold
/// brackets of their own are not recognised. O(length log length)
[[nodiscard]] std::vector<std::string> names_in_expression(std::string_view text);

/// Directional expectations `A`, `~B`, `C*D`, one text each (a sum, and `C{1,2}`, counts as several).
/// @throws UsageError as above, and when a condition with two levels is expected to help both present and absent
[[nodiscard]] std::vector<Literals> parse_expectations(const std::vector<std::string>& texts,
                                                       const PropertySpace& space);

}  // namespace tarazy
