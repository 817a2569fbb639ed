#pragma once

#include "trace/graph/adjustment_sets.hpp"

#include <vector>

namespace tarazy {

struct Instrument {
    GraphNode node;
    std::vector<GraphNode> given;  ///< to be held still; empty for an unconditional instrument
};

/// Instruments for the effect of the one exposure on the one outcome, also conditional ones (Brito & Pearl 2002): a
/// node that is d-connected to the exposure given a set that d-separates it from the outcome once the arrows that carry
/// the effect are taken out. One set a node: the separator nearest to the outcome, which leaves the way to the exposure
/// open if any set of ancestors of the two does (ancestral instruments; van der Zander, Textor & Liskiewicz 2015,
/// theorem 4.4). For the total effect no node that a causal path leads to may stand in the set.
/// In order of nodes; in large graphs only the first `nodes_searched_for_instruments` observed nodes are looked at.
/// O(nodes (nodes + arrows + arcs)) up to that bound.
/// @pre one exposure, one outcome
[[nodiscard]] std::vector<Instrument> instruments(const CausalGraph& graph, EffectKind effect, const Work& work = {});

/// So many observed nodes are looked at: all up to 20,000 nodes, and fewer the larger the graph is beyond, so that the
/// search visits each node of the graph no more than 4 x 10^8 times in all.
[[nodiscard]] std::size_t nodes_searched_for_instruments(const CausalGraph& graph);

}  // namespace tarazy
