#pragma once

#include "base/work.hpp"
#include "trace/graph/causal_graph.hpp"

#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// Sets of nodes, each in order, the smaller sets first and sets of one size by their nodes.
struct NodeSets {
    std::vector<std::vector<GraphNode>> sets;
    bool complete = true;  ///< false: the search stopped at its bound, there may be more
};

/// What is to be separated, and by which nodes.
struct SeparationTask {
    std::span<const GraphNode> x, y;
    std::vector<GraphNode> included;  ///< part of every set; sets are minimal among those that hold them
    std::vector<char> allowed;        ///< a flag a node; nodes of x and y are never part of a set
};

/// All minimal d-separators: allowed sets that d-separate x and y and none of whose parts (that hold `included`) does.
/// They are the minimal separators of the moral graph of the ancestors of x, y and `included` (van der Zander,
/// Liskiewicz & Textor 2019, section 5), listed from the one nearest to x outwards (Berry, Bordat & Cogis 1999).
/// O(nodes + arrows + arcs) a set and node of it. No set at all: x and y cannot be separated so.
/// @param most  the search stops when it has found so many
[[nodiscard]] NodeSets minimal_separators(const CausalGraph& graph, const SeparationTask& task, std::size_t most,
                                          const Work& work = {});

/// The one of these sets that lies nearest to x (van der Zander, Textor & Liskiewicz 2015, "nearest separator").
/// O(nodes + arrows + arcs)
[[nodiscard]] std::optional<std::vector<GraphNode>> nearest_separator(const CausalGraph& graph,
                                                                      const SeparationTask& task);

/// Sorts as `NodeSets` says.
void sort_sets(std::vector<std::vector<GraphNode>>& sets);

}  // namespace tarazy
