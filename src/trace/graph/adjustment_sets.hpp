#pragma once

#include "trace/graph/minimal_separators.hpp"

#include <string>
#include <vector>

namespace tarazy {

enum class EffectKind { total, direct };

/// What may be held still so that the remaining association is the effect asked for.
struct AdjustmentSets {
    NodeSets sets;
    /// Why there is none; empty when there is one. No admissible set is an answer, not an error.
    std::string why_none;
    bool causal_path = true;  ///< false: the graph has no directed path, so that it says there is no such effect
};

/// All minimal adjustment sets for the effect of the graph's exposures on its outcomes, of observed nodes, that hold
/// the nodes already adjusted for. More than one exposure or outcome is asked for jointly.
///
/// Total effect: sets that fulfil the adjustment criterion (Shpitser, VanderWeele & Robins 2010): no node that a proper
/// causal path leads to, and the proper back-door graph, which lacks the first arrow of each proper causal path, is
/// d-separated (van der Zander, Liskiewicz & Textor 2014, theorem 4.6; 2019, section 4).
/// Direct effect: sets without descendants of an outcome that d-separate once the arrows from exposures to outcomes are
/// taken out (Pearl 2009, theorem 5.3.1, for linear models).
/// O(nodes + arrows + arcs) a set and node of it.
/// @param most  the search stops when it has found so many (`NodeSets::complete`)
/// @pre exposures and outcomes are there and none is both
[[nodiscard]] AdjustmentSets adjustment_sets(const CausalGraph& graph, EffectKind effect, std::size_t most,
                                             const Work& work = {});

/// The graph without the arrows that carry the effect, and the nodes that no set for it may hold.
struct EffectCut {
    CausalGraph graph;
    std::vector<char> forbidden;  ///< latent nodes and the ends themselves among them
    bool causal_path = true;
};
[[nodiscard]] EffectCut cut_effect(const CausalGraph& graph, EffectKind effect);

/// Flags of the nodes that are observed and no exposure or outcome.
[[nodiscard]] std::vector<char> observed_between(const CausalGraph& graph);

}  // namespace tarazy
