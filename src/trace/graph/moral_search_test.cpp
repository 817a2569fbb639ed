#include "trace/graph/moral_search.hpp"

#include "trace/graph/graph_brute_force_test.hpp"
#include "trace/graph/moral_walks_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace moral_search_test {

using namespace brute_force;

std::vector<char> observed_flags(const CausalGraph& graph) {
    std::vector<char> allowed(graph.size(), 1);
    for (const GraphNode v : graph.latent) allowed[v] = 0;
    return allowed;
}

TEST(MoralSearch, FindsWhatWalksOverTheWholeGraphFindWhereverItIsCutShort) {
    std::size_t cut = 0, many = 0;
    for (std::uint64_t seed = 0; seed < 1500; ++seed) {
        const std::size_t nodes = 6 + seed % 15;
        const CausalGraph graph = random_graph(seed, nodes, 1 + seed % 3, seed % 2 == 1);
        const GraphNode x = 0, y = 1;
        Nodes included;
        if (seed % 5 == 0) included = {static_cast<GraphNode>(2 + seed % 4)};
        const SeparationTask task{std::span(&x, 1), std::span(&y, 1), included, observed_flags(graph)};
        for (const std::size_t most : {1U, 2U, 7U, 60U}) {
            const NodeSets quick = minimal_separators(graph, task, most);
            const NodeSets naive = moral_walks::separators_by_walks(graph, task, most);
            ASSERT_EQ(quick.sets, naive.sets) << to_dagitty(graph) << most;
            ASSERT_EQ(quick.complete, naive.complete) << to_dagitty(graph) << most;
            cut += quick.complete ? 0 : 1;
            many += quick.sets.size() > 7 ? 1 : 0;
        }
    }
    EXPECT_GT(cut, 100u);
    EXPECT_GT(many, 5u);
}

TEST(MoralSearch, SeveralEndsToo) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const CausalGraph graph = random_graph(seed, 14, 2, seed % 2 == 1);
        const Nodes x = {0, 2}, y = {1, 3};
        const SeparationTask task{x, y, {}, observed_flags(graph)};
        const NodeSets quick = minimal_separators(graph, task, 50);
        const NodeSets naive = moral_walks::separators_by_walks(graph, task, 50);
        ASSERT_EQ(quick.sets, naive.sets) << to_dagitty(graph);
        ASSERT_EQ(quick.complete, naive.complete) << to_dagitty(graph);
    }
}

TEST(MoralSearch, TheSideGrowsToWhatAWalkFromXFinds) {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const CausalGraph graph = random_graph(seed, 12, 2, seed % 2 == 1);
        const GraphNode x = 0, y = 1;
        const SeparationTask task{std::span(&x, 1), std::span(&y, 1), {}, observed_flags(graph)};
        MoralSearch search(graph, task);
        auto separator = search.first();
        if (!separator) continue;
        MoralSearch::Side side = search.side_of_x(*separator);
        while (!separator->empty()) {
            const auto next = search.beyond(*separator, separator->back(), side);
            if (!next) break;
            side = search.grown(side, *next);
            ASSERT_EQ(side, search.side_of_x(*next)) << to_dagitty(graph);
            separator = next;
        }
    }
}

TEST(MoralSearch, AChainOf100000NodesTakesNoWalkOverItASet) {
    CausalGraphParts parts;
    for (int i = 0; i < 100000; ++i) parts.arrows.emplace_back("n" + std::to_string(i), "n" + std::to_string(i + 1));
    const CausalGraph graph = causal_graph(parts);
    const Nodes x = nodes_of(graph, {"n0"}), y = nodes_of(graph, {"n100000"});
    const NodeSets found = minimal_separators(graph, {x, y, {}, observed_flags(graph)}, 3000);
    EXPECT_FALSE(found.complete);
    ASSERT_EQ(found.sets.size(), 3000u) << "6,000 walks over the chain would be minutes in this build";
    EXPECT_EQ(graph.names[found.sets[0][0]], "n1");
}

}  // namespace moral_search_test
}  // namespace tarazy
