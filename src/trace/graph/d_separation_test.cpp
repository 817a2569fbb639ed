#include "trace/graph/d_separation.hpp"

#include "trace/graph/graph_brute_force_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace d_separation_test {

using namespace brute_force;

TEST(DSeparation, TheThreeWaysToStandBetween) {
    for (const char* open :
         {"dag { X -> M -> Y }", "dag { X <- M <- Y }", "dag { X <- M -> Y }", "dag { X <-> M -> Y }"}) {
        const CausalGraph graph = graph_of(open);
        const GraphNode m = 0, x = 1, y = 2;
        EXPECT_FALSE(d_separated(graph, std::span(&x, 1), std::span(&y, 1), {})) << open;
        EXPECT_TRUE(d_separated(graph, std::span(&x, 1), std::span(&y, 1), std::span(&m, 1))) << open;
    }
    for (const char* collider : {"dag { X -> M <- Y }", "dag { X <-> M <- Y }", "dag { X <-> M <-> Y }"}) {
        const CausalGraph graph = graph_of(collider);
        const GraphNode m = 0, x = 1, y = 2;
        EXPECT_TRUE(d_separated(graph, std::span(&x, 1), std::span(&y, 1), {})) << collider;
        EXPECT_FALSE(d_separated(graph, std::span(&x, 1), std::span(&y, 1), std::span(&m, 1))) << collider;
    }
}

TEST(DSeparation, AnEffectOfAColliderOpensIt) {
    const CausalGraph graph = graph_of("dag { X -> C <- Y C -> D -> E }");
    const GraphNode e = 2, x = 3, y = 4;
    EXPECT_EQ(graph.names[e], "E");
    EXPECT_FALSE(d_separated(graph, std::span(&x, 1), std::span(&y, 1), std::span(&e, 1)));
}

TEST(DSeparation, EmptySetsAreSeparated) {
    const CausalGraph graph = graph_of("dag { X -> Y }");
    const GraphNode x = 0;
    EXPECT_TRUE(d_separated(graph, std::span(&x, 1), {}, {}));
    EXPECT_TRUE(d_separated(graph, {}, std::span(&x, 1), {}));
}

TEST(DSeparation, EqualsTheDefinitionOverAllPathsOnSmallGraphs) {
    std::size_t separations = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const CausalGraph graph = random_graph(seed, 6, 3 + seed % 3, seed % 2 == 1);
        SeparationMemory memory(graph.size());
        for (GraphNode x = 0; x < graph.size(); ++x) {
            for (GraphNode y = x + 1; y < graph.size(); ++y) {
                Nodes others;
                for (GraphNode v = 0; v < graph.size(); ++v)
                    if (v != x && v != y) others.push_back(v);
                for (const Nodes& given : subsets(others)) {
                    const bool expected = separated(graph, x, y, given);
                    separations += expected ? 1 : 0;
                    ASSERT_EQ(d_separated(graph, std::span(&x, 1), std::span(&y, 1), given, memory), expected)
                        << to_dagitty(graph) << graph.names[x] << graph.names[y];
                    ASSERT_EQ(d_connected_nodes(graph, std::span(&x, 1), given)[y] == 0, expected);
                }
            }
        }
    }
    EXPECT_GT(separations, 1000u);
}

}  // namespace d_separation_test
}  // namespace tarazy
