#pragma once

#include "network/graphs/network.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// Coreness (Seidman 1983, Soc. Networks 5: 269-287): the largest k for which the node belongs to a part of the network
/// in which each node has k ties within the part. Directed: ties in both directions count, mutual ones twice. Weights
/// are not read. By the buckets of Batagelj & Zaversnik (2003). O(nodes + ties)
[[nodiscard]] std::vector<std::uint32_t> coreness(const Network& network);

}  // namespace tarazy
