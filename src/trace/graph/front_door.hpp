#pragma once

#include "trace/graph/minimal_separators.hpp"

#include <string>

namespace tarazy {

struct FrontDoorSets {
    NodeSets sets;
    std::string why_none;  ///< empty when there is a set
};

/// All minimal sets that fulfil the front-door criterion for the total effect (Pearl 1995, definition 3): they meet
/// every directed path from an exposure to an outcome, no back-door path leads from an exposure to them unblocked, and
/// the exposures block every back-door path from them to an outcome. The sets that fulfil the last two conditions are
/// closed under union, so that the largest among some nodes is a fixed point (as in Jeong, Tian & Bareinboim 2022, who
/// list all sets); all minimal sets come from a tree over the nodes to be done without (Reiter 1987).
/// O(nodes (nodes + arrows + arcs)) a question, and one question a node of a set and branch of the tree.
/// @param most  the search stops when it has found so many sets, or asked fifty questions for each of so many
/// @pre exposures and outcomes are there and none is both
[[nodiscard]] FrontDoorSets front_door_sets(const CausalGraph& graph, std::size_t most, const Work& work = {});

}  // namespace tarazy
