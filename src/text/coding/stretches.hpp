#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace tarazy {

/// Characters [first, second) of a text.
using Stretch = std::pair<std::size_t, std::size_t>;

/// Stretches joined where they touch or overlap, ascending. O(n log n)
[[nodiscard]] std::vector<Stretch> united_stretches(std::vector<Stretch> stretches);

/// Characters of united stretches.
[[nodiscard]] std::size_t covered_characters(const std::vector<Stretch>& united);

/// Characters that are in both. @pre both united
[[nodiscard]] std::size_t shared_characters(const std::vector<Stretch>& one, const std::vector<Stretch>& other);

}  // namespace tarazy
