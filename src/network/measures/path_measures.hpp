#pragma once

#include "base/work.hpp"
#include "network/graphs/network.hpp"

#include <cstddef>
#include <vector>

namespace tarazy {

/// What the shortest paths from a node to others, or from others to it, amount to.
struct PathSums {
    std::size_t reached = 0;  ///< other nodes
    double distances = 0;     ///< sum over the nodes reached
    double inverses = 0;      ///< sum of 1 / distance over the nodes reached
};

struct PathMeasures {
    /// Shares of the shortest paths of other nodes that pass through the node, summed over pairs: undirected pairs
    /// count once (Freeman 1977).
    std::vector<double> betweenness;
    std::vector<PathSums> leaving, arriving;  ///< the same for undirected networks
};

struct PathOptions {
    unsigned threads = 0;  ///< 0 = all cores; no number depends on it
    Work work;
};

/// Betweenness and sums of distances from all shortest paths. A tie of a weighted network is 1 / weight long (Newman
/// 2001, Phys. Rev. E 64: 016132), any other 1 long. Lengths that differ by less than 1e-10 of themselves are equal, so
/// that 1/3 + 1/3 + 1/3 and 1 are.
///
/// Brandes (2001, J. Math. Sociol. 25: 163-177) with one search a node. The nodes wait in a ring of buckets that are
/// as wide as the shortest tie (Dial 1969; Denardo & Fox 1979): within such a bucket no order is needed. Where the
/// longest tie is more than 4,096 times the shortest one, they wait in a heap instead. Searches are
/// independent and summed in an order that is fixed by the number of nodes.
/// @throws InputError when the largest weight is more than 1e9 times the smallest
/// O(nodes (ties + longest path / shortest tie)); memory O(64 nodes + ties) and 48 bytes a node for each thread.
[[nodiscard]] PathMeasures path_measures(const Network& network, const PathOptions& options = {});

}  // namespace tarazy
