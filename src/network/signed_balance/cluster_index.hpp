#pragma once

#include "base/work.hpp"
#include "network/graphs/network.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

struct ClusterSearch {
    std::size_t clusters = 3;  ///< at most so many are used
    std::size_t restarts = 100;
    std::uint64_t seed = 1;
    Work work = {};
};

/// A division into clusters and what contradicts it.
struct ClusterIndex {
    double index = 0;  ///< weight of positive ties between clusters and negative ties within
    double positive_between = 0, negative_within = 0;
    std::vector<std::uint32_t> cluster;  ///< of each node, numbered from 0 in the order of their first nodes
    std::size_t used = 0;                ///< clusters with a node
    std::size_t reached = 0;             ///< restarts that ended at this index
};

/// Line index of clusterability (Davis 1967) with at most k clusters, by relocation (Doreian & Mrvar 1996, alpha = 0.5,
/// criterion not halved): nodes move to other clusters and pairs change places as long as that lowers the index, from
/// drawn divisions. The result is an UPPER BOUND of the least index; nothing says how far above it lies.
/// O(restarts x rounds x (ties + nodes x clusters)), changes of places O(nodes^2) a round in networks of at most 500
/// nodes
/// @pre clusters >= 1 @throws Interrupted
[[nodiscard]] ClusterIndex cluster_index(const Network& network, const ClusterSearch& search);

}  // namespace tarazy
