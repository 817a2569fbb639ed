#pragma once

#include "network/bit_matrix.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

/// How many parts a two-mode network falls into when some institutions are taken away. Parts without a state do not
/// count; a state without any institution is a part of its own.
/// @param members  institutions x states
/// O(institutions x words x parts)
[[nodiscard]] std::size_t count_two_mode_components(const BitMatrix& members, std::span<const std::uint32_t> removed);

}  // namespace tarazy
