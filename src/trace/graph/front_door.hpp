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
/// list all sets); all minimal sets come from a tree over the nodes to be done without (Reiter 1987). Only ancestors of
/// exposures and outcomes are looked at. A question takes O(nodes + arrows + arcs) a round, of which there are few; a
/// set takes O(its size x log(nodes)) questions.
/// @param most  the search stops when it has found so many sets, asked fifty questions for each of so many, or visited
///              500 million nodes
/// @pre exposures and outcomes are there and none is both
[[nodiscard]] FrontDoorSets front_door_sets(const CausalGraph& graph, std::size_t most, const Work& work = {});

}  // namespace tarazy
