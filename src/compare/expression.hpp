#pragma once

#include "compare/literals.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Reads a sum of products: `A*~B + C{2}`. `~A` negates; of a condition with two levels also `A{0}`, `A{1}`. `~C{2}` of
/// a multi-value condition stands for its other levels and multiplies out. Names are any UTF-8 without `*+~{}` and
/// commas; letter case matters and never means negation. A term that contradicts itself is left out.
/// @throws UsageError that shows the expression, the character counted from 1, and the nearest name
[[nodiscard]] std::vector<Literals> parse_expression(std::string_view text, const PropertySpace& space);

/// Directional expectations `A`, `~B`, `C*D`, one text each (a sum counts as several).
/// @throws UsageError as above, and when a condition with two levels is expected to help both present and absent
[[nodiscard]] std::vector<Literals> parse_expectations(const std::vector<std::string>& texts,
                                                       const PropertySpace& space);

}  // namespace tarazy
