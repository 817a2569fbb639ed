#pragma once

#include <span>
#include <vector>

namespace tarazy {

/// Holm's (1979) step-down correction for several tests: of m p-values in ascending order the k-th becomes the greatest
/// of (m - j + 1) p_(j) for j <= k, at most 1. Whoever rejects at adjusted p <= alpha errs with probability alpha at
/// most in any of the m tests, however they depend on one another. Unknown p-values (NaN) stay unknown and count as no
/// test. The order of the result is that of the input. O(m log m). @pre each is NaN or in [0, 1]
[[nodiscard]] std::vector<double> holm(std::span<const double> p_values);

}  // namespace tarazy
