#include "network/communities/communities.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

/// Modularities of the same partition, summed in another order, differ by less.
constexpr double same_modularity = 1e-12;

Communities single_nodes(std::size_t nodes) {
    Communities alone;
    alone.communities = nodes;
    for (std::uint32_t node = 0; node < nodes; ++node) alone.best.push_back(node);
    return alone;
}

}  // namespace

Communities best_communities(std::vector<Partition> found, const std::vector<double>& modularities) {
    Communities result;
    result.runs = found.size();
    const double best = *std::ranges::max_element(modularities);
    result.modularity = best;
    for (std::size_t run = 0; run < found.size(); ++run) {
        if (modularities[run] < best - same_modularity) continue;
        ++result.best_runs;
        if (result.best.empty() || found[run] < result.best) result.best = found[run];
    }
    result.communities = count_communities(result.best);
    result.distinct = std::set<Partition>(found.begin(), found.end()).size();
    result.stability = mean_agreement(found);
    return result;
}

Communities find_communities(const Network& network, const CommunityOptions& options) {
    check_positive(options.resolution, "resolution");
    check_at_least(static_cast<double>(options.runs), 1, "runs");
    if (network.directed) throw UsageError("communities are searched in undirected networks only");
    if (network.ties.empty()) return single_nodes(network.size());
    std::vector<Partition> found =
        igraph_partitions(network, {options.method, options.resolution, options.runs, options.seed, options.work});
    std::vector<double> modularities;
    for (const Partition& partition : found)
        modularities.push_back(modularity(network, partition, options.resolution).value());
    return best_communities(std::move(found), modularities);
}

Table community_table(const std::vector<std::string>& nodes, const Communities& communities) {
    TableRows rows(TextColumn{"node"}, IntegerColumn{"community"});
    for (std::size_t node = 0; node < nodes.size(); ++node) rows.add(nodes[node], communities.best[node] + 1);
    return rows.table();
}

Table community_summary_table(const Communities& communities) {
    TableRows rows(RealColumn{"modularity"}, IntegerColumn{"communities"}, IntegerColumn{"runs"},
                   IntegerColumn{"best_runs"}, IntegerColumn{"distinct"}, RealColumn{"stability"});
    rows.add(communities.modularity, communities.communities, communities.runs, communities.best_runs,
             communities.distinct, communities.stability);
    return rows.table();
}

}  // namespace tarazy
