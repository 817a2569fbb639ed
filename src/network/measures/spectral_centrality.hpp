#pragma once

#include "base/work.hpp"
#include "network/graphs/network.hpp"

#include <optional>
#include <vector>

namespace tarazy {

struct EigenvectorCentrality {
    /// The largest is 1. 0 outside of the part of the network that has the largest eigenvalue.
    std::vector<double> scores;
    double eigenvalue = 0;
};

/// Eigenvector centrality (Bonacich 1972, J. Math. Sociol. 2: 113-120): x with A x = lambda x and the largest lambda,
/// A being weights. Directed: a node has what those give it whose ties arrive (A transposed).
///
/// Found by restarted Arnoldi steps (Saad 1992, ch. 6) from the strengths, so that the answer depends on nothing but
/// the network. Where several components have the same largest eigenvalue, their shares are those that the start gives
/// them.
/// @returns nothing without a tie, for a directed network without a cycle (every eigenvalue is 0), and when the
/// error did not fall under 1e-12 of the eigenvalue within 5,000 restarts
/// O(restarts (40 ties + 1,600 nodes))
[[nodiscard]] std::optional<EigenvectorCentrality> eigenvector_centrality(const Network& network,
                                                                          const Work& work = {});

/// PageRank (Brin & Page 1998): the share of time of a walk that follows a leaving tie, by weight, with probability
/// `damping`, and jumps to any node otherwise; from a node without leaving ties it always jumps. Sums to 1.
/// @pre 0 <= damping < 1
/// O(ties log(1e-15) / log(damping))
[[nodiscard]] std::vector<double> pagerank(const Network& network, double damping = 0.85, const Work& work = {});

}  // namespace tarazy
