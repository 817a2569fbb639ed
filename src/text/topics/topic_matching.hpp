#pragma once

#include <cstddef>
#include <vector>

namespace tarazy {

/// The one-to-one assignment of rows to columns with the largest sum: the Hungarian method (Kuhn 1955) by shortest
/// augmenting paths (Jonker & Volgenant 1987). O(n^3).
/// @param gain  n x n, row after row, finite
/// @return of each row its column
[[nodiscard]] std::vector<std::size_t> best_assignment(const std::vector<double>& gain, std::size_t n);

}  // namespace tarazy
