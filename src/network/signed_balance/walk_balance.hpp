#pragma once

#include "network/graphs/network.hpp"

#include <optional>

namespace tarazy {

/// Networks of more nodes have no walk index: the eigenvalues take O(nodes^3).
inline constexpr std::size_t most_walk_nodes = 3000;

/// K = tr exp(A) / tr exp(|A|), A the signed weights (Estrada & Benzi 2014): closed walks of all lengths,
/// those that are negative against all, long ones weighing less. 1 in a balanced network; small where long cycles are
/// negative, and smaller in dense and in heavy networks, so that networks of different density do not compare. In a
/// directed network walks follow the ties.
/// From the eigenvalues of both matrices; sums are taken relative to the largest, so that nothing overflows.
/// Nothing for more than `most_walk_nodes` nodes, and without a node.
[[nodiscard]] std::optional<double> walk_balance(const Network& network);

}  // namespace tarazy
