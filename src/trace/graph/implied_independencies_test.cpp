#include "trace/graph/implied_independencies.hpp"

#include "base/work_test.hpp"
#include "trace/graph/graph_brute_force_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace implied_independencies_test {

using namespace brute_force;

TEST(ImpliedIndependencies, EqualTheDefinitionOnSmallGraphs) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const CausalGraph graph = random_graph(seed, 6, 4, seed % 2 == 1);
        const ImpliedIndependencies found = implied_independencies(graph, 100, 100);
        std::size_t at = 0;
        for (GraphNode x = 0; x < graph.size(); ++x) {
            for (GraphNode y = x + 1; y < graph.size(); ++y) {
                Nodes others;
                bool hidden = false;
                for (GraphNode v = 0; v < graph.size(); ++v) {
                    const bool latent = std::ranges::binary_search(graph.latent, v);
                    hidden = hidden || (latent && (v == x || v == y));
                    if (!latent && v != x && v != y) others.push_back(v);
                }
                const auto expected =
                    minimal_subsets(others, [&](const Nodes& z) { return separated(graph, x, y, z); });
                if (hidden || expected.empty()) continue;
                ASSERT_LT(at, found.pairs.size()) << to_dagitty(graph);
                EXPECT_EQ(found.pairs[at].x, x);
                EXPECT_EQ(found.pairs[at].y, y);
                EXPECT_EQ(found.pairs[at].given.sets, expected) << to_dagitty(graph);
                ++at;
            }
        }
        EXPECT_EQ(found.pairs.size(), at);
        EXPECT_EQ(found.all_pairs, at);
        EXPECT_TRUE(found.complete);
    }
}

TEST(ImpliedIndependencies, AreCountedBeyondTheList) {
    const CausalGraph graph = graph_of("dag { A B C D E F A -> B }");
    const ImpliedIndependencies some = implied_independencies(graph, 3, 10);
    EXPECT_EQ(some.pairs.size(), 3u);
    EXPECT_FALSE(some.complete);
    EXPECT_EQ(some.all_pairs, 14u);
    const CausalGraph hidden = graph_of("dag { A [latent] B C D E F A -> B A -> C }");
    EXPECT_EQ(implied_independencies(hidden, 3, 10).all_pairs, std::nullopt);
    EXPECT_EQ(implied_independencies(hidden, 100, 10).all_pairs, 9u);
}

TEST(ImpliedIndependencies, OfAGraphWithoutNodesAreNone) {
    const ImpliedIndependencies none = implied_independencies(causal_graph({}), 10, 10);
    EXPECT_TRUE(none.pairs.empty());
    EXPECT_EQ(none.all_pairs, 0u);
}

TEST(ImpliedIndependencies, AStopIsHeeded) {
    CausalGraphParts parts;
    for (int i = 0; i < 40; ++i) parts.arrows.emplace_back("n" + std::to_string(i), "m" + std::to_string(i));
    const CausalGraph graph = causal_graph(parts);
    expect_stoppable([&](const Work& work) { (void)implied_independencies(graph, 10'000, 10, work); });
}

}  // namespace implied_independencies_test
}  // namespace tarazy
