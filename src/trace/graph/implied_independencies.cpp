#include "trace/graph/implied_independencies.hpp"

#include <algorithm>

namespace tarazy {
namespace {

bool linked(const CausalGraph& graph, GraphNode a, GraphNode b) {
    return std::ranges::binary_search(graph.children[a], b) || std::ranges::binary_search(graph.parents[a], b) ||
           std::ranges::binary_search(graph.siblings[a], b);
}

std::uint64_t unlinked_pairs(const CausalGraph& graph) {
    const auto nodes = static_cast<std::uint64_t>(graph.size());
    return nodes * (nodes - std::min<std::uint64_t>(nodes, 1)) / 2 - graph.arrows();
}

}  // namespace

ImpliedIndependencies implied_independencies(const CausalGraph& graph, std::size_t most_pairs, std::size_t most_sets,
                                             const Work& work) {
    ImpliedIndependencies implied;
    std::vector<char> observed(graph.size(), 1);
    for (const GraphNode v : graph.latent) observed[v] = 0;
    const bool every_pair_counts = graph.latent.empty() && graph.arcs() == 0;
    WorkStep step(work, "implied independencies", graph.size());
    bool all_pairs_seen = true;
    for (GraphNode x = 0; x < graph.size() && all_pairs_seen; ++x) {
        step.advance();
        for (GraphNode y = x + 1; y < graph.size() && observed[x] != 0; ++y) {
            if (observed[y] == 0 || linked(graph, x, y)) continue;
            if (implied.pairs.size() == most_pairs) {
                all_pairs_seen = false;
                break;
            }
            const GraphNode ends[] = {x, y};
            const std::span<const GraphNode> both(ends);
            NodeSets sets = minimal_separators(graph, {both.first(1), both.last(1), {}, observed}, most_sets, work);
            if (sets.sets.empty()) continue;
            implied.complete = implied.complete && sets.complete;
            implied.pairs.push_back({x, y, std::move(sets)});
        }
    }
    implied.complete = implied.complete && all_pairs_seen;
    if (every_pair_counts)
        implied.all_pairs = unlinked_pairs(graph);
    else if (all_pairs_seen)
        implied.all_pairs = implied.pairs.size();
    return implied;
}

}  // namespace tarazy
