#include "trace/graph/instruments.hpp"

#include "trace/graph/d_separation.hpp"
#include "trace/graph/graph_brute_force_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace instruments_test {

using namespace brute_force;

/// Brito & Pearl 2002, by all subsets of the ancestors of the instrument and of the outcome.
bool some_set_makes_it_one(const CausalGraph& graph, EffectKind effect, GraphNode z, bool ancestors_only) {
    const GraphNode x = 0, y = 1;
    const EffectCut cut = cut_effect(graph, effect);
    const std::vector<char> ancestors = ancestors_of(cut.graph, Nodes{y, z});
    Nodes candidates;
    for (const GraphNode v : observed(graph)) {
        if (v != z && cut.forbidden[v] == 0 && (!ancestors_only || ancestors[v] != 0)) candidates.push_back(v);
    }
    const auto all = subsets(candidates);
    return std::ranges::any_of(
        all, [&](const Nodes& given) { return separated(cut.graph, z, y, given) && !separated(graph, z, x, given); });
}

TEST(Instruments, EqualTheDefinitionOnSmallGraphs) {
    std::size_t conditional = 0, plain = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const CausalGraph graph = random_graph(seed, 6, 3, seed % 2 == 1);
        for (const EffectKind effect : {EffectKind::total, EffectKind::direct}) {
            const EffectCut cut = cut_effect(graph, effect);
            Nodes expected, found;
            for (const GraphNode z : observed(graph))
                if (cut.causal_path && some_set_makes_it_one(graph, effect, z, true)) expected.push_back(z);
            for (const Instrument& one : instruments(graph, effect)) {
                found.push_back(one.node);
                (one.given.empty() ? plain : conditional) += 1;
                ASSERT_TRUE(separated(cut.graph, one.node, 1, one.given)) << to_dagitty(graph);
                ASSERT_FALSE(separated(graph, one.node, 0, one.given)) << to_dagitty(graph);
                for (const GraphNode v : one.given) ASSERT_EQ(cut.forbidden[v], 0);
            }
            ASSERT_EQ(found, expected) << to_dagitty(graph);
        }
    }
    EXPECT_GT(plain, 30u);
    EXPECT_GT(conditional, 20u);
}

TEST(Instruments, WhereAnySetWouldDoSomeNodeIsFound) {
    for (std::uint64_t seed = 1000; seed < 1150; ++seed) {
        const CausalGraph graph = random_graph(seed, 6, 3, seed % 2 == 1);
        const bool any =
            cut_effect(graph, EffectKind::direct).causal_path && std::ranges::any_of(observed(graph), [&](GraphNode z) {
                return some_set_makes_it_one(graph, EffectKind::direct, z, false);
            });
        ASSERT_EQ(!instruments(graph, EffectKind::direct).empty(), any) << to_dagitty(graph);
    }
}

TEST(Instruments, NoneMayHoldStillWhatTheEffectGoesThrough) {
    // Z is tied to Y by way of M as well; M lies on the causal path.
    const CausalGraph graph = graph_of("dag { X [exposure] Y [outcome] Z -> X -> M -> Y Z -> M X <-> Y }");
    EXPECT_TRUE(instruments(graph, EffectKind::total).empty());
}

TEST(Instruments, AStopIsHeeded) {
    std::stop_source asked;
    asked.request_stop();
    const CausalGraph graph = graph_of("dag { X [exposure] Y [outcome] Z -> X -> Y }");
    EXPECT_THROW((void)instruments(graph, EffectKind::total, Work(asked.get_token())), Interrupted);
}

TEST(Instruments, TheSearchIsBoundedInLargeGraphsOnly) {
    CausalGraph graph = graph_of("dag { Z -> X -> Y X <-> Y }");
    EXPECT_GT(nodes_searched_for_instruments(graph), graph.size());
    graph.names.resize(200000);
    EXPECT_EQ(nodes_searched_for_instruments(graph), 2000u);
}

}  // namespace instruments_test
}  // namespace tarazy
