#pragma once

#include "base/work.hpp"
#include "network/communities/igraph_communities.hpp"
#include "network/communities/partition.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

struct CommunityOptions {
    CommunityMethod method = CommunityMethod::louvain;
    double resolution = 1;  ///< above 0; more makes more and smaller communities
    std::size_t runs = 100;
    std::uint64_t seed = 1;
    unsigned threads = 0;  ///< 0 = all cores; no number depends on it
    Work work;
};

/// The best of many runs, and how far the runs agree.
struct Communities {
    Partition best;                    ///< of equally good ones the first in the order of their numbers
    std::optional<double> modularity;  ///< of the best; nothing without a tie
    std::size_t communities = 0;
    std::size_t runs = 0;
    std::size_t best_runs = 0;        ///< runs whose modularity is the best one
    std::size_t distinct = 0;         ///< different partitions among all runs
    std::optional<double> stability;  ///< mean adjusted Rand index of all pairs of runs; nothing for one run
};

/// Communities of an undirected network by Louvain or Leiden runs. Without a tie each node is alone.
/// @throws UsageError for a directed network, a resolution that is not above 0, no run
/// O(runs ties) in the mean, and the agreement of the different partitions
[[nodiscard]] Communities find_communities(const Network& network, const CommunityOptions& options);

/// The best of partitions that were found, by their modularity.
[[nodiscard]] Communities best_communities(std::vector<Partition> found, const std::vector<double>& modularities);

/// node, community (from 1)
[[nodiscard]] Table community_table(const std::vector<std::string>& nodes, const Communities& communities);
/// One row: modularity, communities, runs, best_runs, distinct, stability.
[[nodiscard]] Table community_summary_table(const Communities& communities);

}  // namespace tarazy
