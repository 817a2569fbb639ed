#pragma once

#include "network/signed_balance/signed_kernel.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// Nodes of each block (biconnected component with at least one tie) of what is left of a kernel. Two blocks share one
/// node at most, so that the frustration of the whole is the sum of theirs. Hopcroft & Tarjan 1973. O(nodes + ties)
[[nodiscard]] std::vector<std::vector<std::uint32_t>> signed_blocks(const SignedKernel& kernel);

}  // namespace tarazy
