#include "trace/graph/minimal_separators.hpp"

#include "trace/graph/d_separation.hpp"
#include "trace/graph/graph_brute_force_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace minimal_separators_test {

using namespace brute_force;

std::vector<char> all_but(const CausalGraph& graph, const Nodes& nodes) {
    std::vector<char> allowed(graph.size(), 1);
    for (const GraphNode v : nodes) allowed[v] = 0;
    return allowed;
}

TEST(MinimalSeparators, EqualTheMinimalSubsetsOnSmallGraphs) {
    std::size_t several = 0, none = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const CausalGraph graph = random_graph(seed, 9, 3, seed % 2 == 1);
        const GraphNode x = 0, y = 1;
        const auto expected = minimal_subsets(
            observed(graph), [&](const Nodes& z) { return d_separated(graph, std::span(&x, 1), std::span(&y, 1), z); });
        const NodeSets found =
            minimal_separators(graph, {std::span(&x, 1), std::span(&y, 1), {}, all_but(graph, graph.latent)}, 1000);
        ASSERT_EQ(found.sets, expected) << to_dagitty(graph);
        EXPECT_TRUE(found.complete);
        several += found.sets.size() > 1 ? 1 : 0;
        none += found.sets.empty() ? 1 : 0;
    }
    EXPECT_GT(several, 20u);
    EXPECT_GT(none, 20u);
}

TEST(MinimalSeparators, HoldWhatIsIncludedAndAreMinimalBesides) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const CausalGraph graph = random_graph(seed, 7, 3, false);
        const GraphNode x = 0, y = 1;
        const Nodes included = {static_cast<GraphNode>(2 + seed % 5)};
        const auto expected = minimal_subsets(observed(graph), [&](const Nodes& z) {
            return std::ranges::includes(z, included) && d_separated(graph, std::span(&x, 1), std::span(&y, 1), z);
        });
        const NodeSets found =
            minimal_separators(graph, {std::span(&x, 1), std::span(&y, 1), included, all_but(graph, {})}, 1000);
        ASSERT_EQ(found.sets, expected) << to_dagitty(graph) << graph.names[included[0]];
    }
}

TEST(MinimalSeparators, SeveralEndsAreSeparatedJointly) {
    const CausalGraph graph = graph_of("dag { A -> X1 A -> Y1 B -> X2 B -> Y2 }");
    const Nodes x = nodes_of(graph, {"X1", "X2"}), y = nodes_of(graph, {"Y1", "Y2"});
    const NodeSets found = minimal_separators(graph, {x, y, {}, all_but(graph, {})}, 10);
    ASSERT_EQ(found.sets.size(), 1u);
    EXPECT_EQ(found.sets[0], nodes_of(graph, {"A", "B"}));
}

/// x and y with k ways of two nodes between them: 2^k minimal separators.
CausalGraph ladder(int ways) {
    CausalGraphParts parts;
    for (int i = 0; i < ways; ++i) {
        const std::string a = "a" + std::to_string(i), b = "b" + std::to_string(i);
        parts.arrows.insert(parts.arrows.end(), {{"x", a}, {a, b}, {b, "y"}});
    }
    return causal_graph(parts);
}

TEST(MinimalSeparators, TheSearchStopsAtItsBoundAndSaysSo) {
    const CausalGraph graph = ladder(20);
    const Nodes x = nodes_of(graph, {"x"}), y = nodes_of(graph, {"y"});
    const NodeSets found = minimal_separators(graph, {x, y, {}, all_but(graph, {})}, 50);
    EXPECT_EQ(found.sets.size(), 50u);
    EXPECT_FALSE(found.complete);
    const CausalGraph small = ladder(5);
    const Nodes sx = nodes_of(small, {"x"}), sy = nodes_of(small, {"y"});
    const NodeSets all = minimal_separators(small, {sx, sy, {}, all_but(small, {})}, 32);
    EXPECT_EQ(all.sets.size(), 32u);
    EXPECT_TRUE(all.complete) << "as many as the bound, and no more";
}

TEST(MinimalSeparators, AStopIsHeeded) {
    const CausalGraph graph = ladder(20);
    const Nodes x = nodes_of(graph, {"x"}), y = nodes_of(graph, {"y"});
    std::stop_source asked;
    asked.request_stop();
    const SeparationTask task{x, y, {}, all_but(graph, {})};
    EXPECT_THROW((void)minimal_separators(graph, task, 400, Work(asked.get_token())), Interrupted);
}

TEST(MinimalSeparators, TheNearestIsOneOfThem) {
    const CausalGraph graph = graph_of("dag { X -> A -> B -> C -> Y }");
    const Nodes x = nodes_of(graph, {"X"}), y = nodes_of(graph, {"Y"});
    EXPECT_EQ(nearest_separator(graph, {x, y, {}, all_but(graph, {})}), nodes_of(graph, {"A"}));
    EXPECT_EQ(nearest_separator(graph, {y, x, {}, all_but(graph, {})}), nodes_of(graph, {"C"}));
    EXPECT_EQ(nearest_separator(graph, {x, y, {}, std::vector<char>(graph.size(), 0)}), std::nullopt);
}

TEST(MinimalSeparators, SetsAreSortedBySizeThenNodes) {
    std::vector<Nodes> sets = {{1, 2}, {3}, {0, 5}, {}};
    sort_sets(sets);
    EXPECT_EQ(sets, (std::vector<Nodes>{{}, {3}, {0, 5}, {1, 2}}));
}

}  // namespace minimal_separators_test
}  // namespace tarazy
