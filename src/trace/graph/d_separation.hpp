#pragma once

#include "trace/graph/causal_graph.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

/// Memory for questions on graphs of up to so many nodes, asked one after another. A thread needs one of its own.
struct SeparationMemory {
    explicit SeparationMemory(std::size_t nodes) : marks(nodes), open(2 * nodes) {}

    std::vector<std::uint8_t> marks;
    std::vector<std::uint32_t> open;
};

/// Are x and y d-separated by `given`? Where arcs stand for unobserved causes, this is m-separation (Richardson 2003).
/// Reachability over (node, side from which it is entered), Shachter 1998 ("Bayes-ball"), algorithm 1.
/// O(nodes + arrows + arcs); allocates nothing. Empty sets are separated from everything.
/// @pre no node stands in two of the sets; the memory is large enough
[[nodiscard]] bool d_separated(const CausalGraph& graph, std::span<const GraphNode> x, std::span<const GraphNode> y,
                               std::span<const GraphNode> given, SeparationMemory& memory);

/// The same with memory of its own.
[[nodiscard]] bool d_separated(const CausalGraph& graph, std::span<const GraphNode> x, std::span<const GraphNode> y,
                               std::span<const GraphNode> given);

/// Flags of all nodes that are d-connected to some node of x by `given`, those of x itself included.
/// @param silent  a flag a node whose arrows are left out, those into it are not; empty for none
[[nodiscard]] std::vector<char> d_connected_nodes(const CausalGraph& graph, std::span<const GraphNode> x,
                                                  std::span<const GraphNode> given,
                                                  const std::vector<char>& silent = {});

}  // namespace tarazy
