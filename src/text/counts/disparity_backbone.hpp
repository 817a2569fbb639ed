#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

struct WeightedTie {
    std::uint32_t a = 0, b = 0;
    double weight = 0;
};

/// How surprising each tie is for the end to which it matters more, were a node's strength spread over its k ties at
/// random: the lesser of (1 - w/s)^(k - 1) at both ends (Serrano, Boguna & Vespignani 2009, PNAS 106:6483-6488).
/// An end with one tie says nothing (1). Ties with a small value are the backbone. O(ties + nodes)
/// @param nodes  above every end. @pre weights above zero
[[nodiscard]] std::vector<double> disparity(std::span<const WeightedTie> ties, std::size_t nodes);

}  // namespace tarazy
