#pragma once

#include <cstddef>
#include <span>

namespace tarazy {

struct Standing {
    double share_below = 0;  ///< share of the others with a smaller number, equal ones counting half: in [0, 1]
    double rank = 1;         ///< 1 + number of the others with a larger number
};

/// Where a number stands among others. Numbers that differ by no more than 1e-12 of the larger of them and 1 are equal:
/// sums over the same years in another order must not decide. @pre others is not empty, all finite. O(others).
[[nodiscard]] Standing standing_among(double number, std::span<const double> others);

/// Fewer others than these make no standing: a rank among two says nothing that their numbers do not.
inline constexpr std::size_t least_compared_states = 3;

}  // namespace tarazy
