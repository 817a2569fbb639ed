#pragma once

namespace tarazy {

/// Whether sums of squares of such numbers can be told: 0, or of a size between 1e-150 and 1e150. Beyond that the
/// square is infinite or 0 in a double, and every variance with it.
[[nodiscard]] bool squarable(double value) noexcept;

/// "too large" or "too small" of a number that is not. @pre !squarable(value)
[[nodiscard]] const char* why_not_squarable(double value) noexcept;

}  // namespace tarazy
