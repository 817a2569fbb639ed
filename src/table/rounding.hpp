#pragma once

#include "table/table.hpp"

#include <string>

namespace tarazy {

/// Most decimals that can be asked for: a double has no more than these to tell.
inline constexpr int most_decimals = 17;

/// The number with exactly `decimals` decimals, `.` as decimal point whatever the locale; empty for NaN, no sign before
/// a zero. @pre 0 <= decimals <= most_decimals
[[nodiscard]] std::string fixed_text(double value, int decimals);

/// The number nearest to it that has at most `decimals` decimals: what `fixed_text` shows. NaN stays NaN.
[[nodiscard]] double rounded(double value, int decimals);

/// The table with every number of its real columns rounded; whole numbers and texts stay. O(cells)
[[nodiscard]] Table rounded(Table table, int decimals);

}  // namespace tarazy
