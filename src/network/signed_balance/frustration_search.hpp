#pragma once

#include "base/work.hpp"
#include "network/signed_balance/signed_kernel.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

struct FrustrationSearch {
    std::uint64_t seed = 1;
    std::size_t restarts = 100;               ///< descents from drawn sides before the search; fewer on large graphs
    std::uint64_t most_branches = 1'000'000;  ///< nodes of the search tree over all parts
    Work work = {};                           ///< its time, where it has one, is a limit, too
};

/// What a search found: a solution, and what no solution falls below.
struct FrustrationFound {
    std::vector<std::int8_t> side;  ///< of each node, 1 or -1
    double cost = 0, lower = 0;
    bool optimal = false;
    std::uint64_t branches = 0;
};

/// Least frustration of a signed graph, with proof, by branch and bound: sides by restarted descent, a lower bound by
/// packing negative cycles, pairs that cannot be parted in any better solution contracted, and then the pair of nodes
/// whose two relations cost most decided both ways.
/// @param step  the costs of any two solutions differ by a multiple of it (1 for unweighted networks); 0 = not known
/// @throws Interrupted
[[nodiscard]] FrustrationFound least_frustration(const SignedKernel& whole, double step,
                                                 const FrustrationSearch& search);

}  // namespace tarazy
