#pragma once

#include "trace/graph/minimal_separators.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tarazy {

/// Two observed nodes that the graph says are independent given each of these sets, all of them minimal.
struct ImpliedIndependence {
    GraphNode x, y;  ///< x < y
    NodeSets given;
};

struct ImpliedIndependencies {
    std::vector<ImpliedIndependence> pairs;  ///< in order of x and y
    bool complete = true;                    ///< false: more pairs, or more sets of one, than were asked for
    /// How many pairs there are in all. Without latent nodes and arcs every pair that is not linked is one (Pearl
    /// 2009, section 1.2.4); else nothing when the list is cut short.
    std::optional<std::uint64_t> all_pairs;
};

/// Conditional independencies that the graph implies: for every two observed nodes that are not linked, all minimal
/// sets of observed nodes that d-separate them. This is what can speak against a graph.
/// O(nodes + arrows + arcs) a pair, set and node of it.
/// @param most_pairs  the first so many pairs are listed
/// @param most_sets   so many sets a pair are looked for
[[nodiscard]] ImpliedIndependencies implied_independencies(const CausalGraph& graph, std::size_t most_pairs,
                                                           std::size_t most_sets, const Work& work = {});

}  // namespace tarazy
