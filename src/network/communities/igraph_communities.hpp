#pragma once

#include "base/work.hpp"
#include "network/communities/partition.hpp"
#include "network/graphs/network.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

enum class CommunityMethod {
    louvain,  ///< Blondel, Guillaume, Lambiotte & Lefebvre (2008), J. Stat. Mech. P10008
    leiden,   ///< Traag, Waltman & van Eck (2019), Sci. Rep. 9: 5233: no community falls apart
};

struct IgraphRuns {
    CommunityMethod method = CommunityMethod::louvain;
    double resolution = 1;
    std::size_t runs = 100;
    std::uint64_t seed = 1;
    Work work;
};

/// The partition that each run finds, by libigraph. A run's random numbers come from its number and the seed alone.
/// The library keeps its random numbers, error handler and clean-up in globals, and Debian builds it without thread
/// safety: runs are done one after the other, callers in several threads wait for each other, and everything that is
/// changed is put back. Its errors arrive as exceptions; it is asked to stop between runs and wherever it allows it.
/// @pre the network is undirected and has a tie
/// @throws LimitError when the library has no memory left; std::runtime_error for its other errors; Interrupted
[[nodiscard]] std::vector<Partition> igraph_partitions(const Network& network, const IgraphRuns& options);

}  // namespace tarazy
