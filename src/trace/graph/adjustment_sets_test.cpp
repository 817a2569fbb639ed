#include "trace/graph/adjustment_sets.hpp"

#include "trace/graph/d_separation.hpp"
#include "trace/graph/graph_brute_force_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace adjustment_sets_test {

using namespace brute_force;

std::vector<std::vector<std::string>> named_sets(const CausalGraph& graph, const NodeSets& sets) {
    std::vector<std::vector<std::string>> named;
    for (const Nodes& one : sets.sets) {
        named.emplace_back();
        for (const GraphNode v : one) named.back().push_back(graph.names[v]);
    }
    return named;
}

using Named = std::vector<std::vector<std::string>>;

/// Shpitser, VanderWeele & Robins 2010, for one exposure A and one outcome B.
bool adjustment_criterion(const CausalGraph& graph, const Nodes& z) {
    const GraphNode x = 0, y = 1;
    const auto paths = all_paths(graph, x, y);
    for (const CausalPath& path : paths) {
        if (!is_directed(path)) {
            if (!blocked(graph, path, z)) return false;
            continue;
        }
        for (std::size_t i = 1; i < path.nodes.size(); ++i) {
            const std::vector<char> effects = descendants_of(graph, std::span(&path.nodes[i], 1));
            if (std::ranges::any_of(z, [&](GraphNode v) { return effects[v] != 0; })) return false;
        }
    }
    return true;
}

TEST(AdjustmentSets, EqualTheAdjustmentCriterionOnSmallGraphs) {
    std::size_t with = 0, without = 0;
    for (std::uint64_t seed = 0; seed < 250; ++seed) {
        const CausalGraph graph = random_graph(seed, 6, 4, seed % 2 == 1);
        const auto expected =
            minimal_subsets(observed(graph), [&](const Nodes& z) { return adjustment_criterion(graph, z); });
        const AdjustmentSets found = adjustment_sets(graph, EffectKind::total, 1000);
        ASSERT_EQ(found.sets.sets, expected) << to_dagitty(graph);
        EXPECT_EQ(found.why_none.empty(), !expected.empty());
        (expected.empty() ? without : with) += 1;
    }
    EXPECT_GT(with, 50u);
    EXPECT_GT(without, 20u);
}

TEST(AdjustmentSets, OfDirectEffectsEqualTheSingleDoorCriterionOnSmallGraphs) {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const CausalGraph graph = random_graph(seed, 6, 4, seed % 2 == 1);
        const GraphNode y = 1;
        const std::vector<char> effects = descendants_of(graph, std::span(&y, 1));
        const auto expected = minimal_subsets(observed(graph), [&](const Nodes& z) {
            if (std::ranges::any_of(z, [&](GraphNode v) { return effects[v] != 0; })) return false;
            return std::ranges::all_of(all_paths(graph, 0, 1), [&](const CausalPath& path) {
                const bool the_arrow = path.nodes.size() == 2 && path.steps[0] == StepKind::forward;
                return the_arrow || blocked(graph, path, z);
            });
        });
        ASSERT_EQ(adjustment_sets(graph, EffectKind::direct, 1000).sets.sets, expected) << to_dagitty(graph);
    }
}

TEST(AdjustmentSets, HoldWhatIsAdjustedForAlready) {
    // M-bias (Pearl 2009): nothing need be held still, but whoever holds M still has opened a path.
    const std::string m_bias = "X [exposure] Y [outcome] U1 -> X U1 -> M U2 -> M U2 -> Y X -> Y }";
    const CausalGraph plain = graph_of("dag { " + m_bias);
    EXPECT_EQ(named_sets(plain, adjustment_sets(plain, EffectKind::total, 10).sets), (Named{{}}));
    const CausalGraph adjusted = graph_of("dag { M [adjusted] " + m_bias);
    EXPECT_EQ(named_sets(adjusted, adjustment_sets(adjusted, EffectKind::total, 10).sets),
              (Named{{"M", "U1"}, {"M", "U2"}}));
}

TEST(AdjustmentSets, WhatLiesOnACausalPathCannotBeAdjustedFor) {
    const CausalGraph graph = graph_of("dag { X [exposure] Y [outcome] M [adjusted] X -> M -> Y }");
    const AdjustmentSets found = adjustment_sets(graph, EffectKind::total, 10);
    EXPECT_TRUE(found.sets.sets.empty());
    EXPECT_NE(found.why_none.find("(M) lies behind"), std::string::npos) << found.why_none;
    EXPECT_EQ(named_sets(graph, adjustment_sets(graph, EffectKind::direct, 10).sets), (Named{{"M"}}));
}

TEST(AdjustmentSets, NoAdmissibleSetIsAnAnswer) {
    const CausalGraph graph = graph_of("dag { X [exposure] Y [outcome] X -> Y X <-> Y }");
    const AdjustmentSets found = adjustment_sets(graph, EffectKind::total, 10);
    EXPECT_TRUE(found.sets.sets.empty());
    EXPECT_TRUE(found.sets.complete);
    EXPECT_FALSE(found.why_none.empty());
    EXPECT_TRUE(found.causal_path);
}

TEST(AdjustmentSets, AnEffectWithoutPathIsTold) {
    const CausalGraph graph = graph_of("dag { X [exposure] Y [outcome] Y -> X }");
    EXPECT_FALSE(adjustment_sets(graph, EffectKind::total, 10).causal_path);
}

TEST(AdjustmentSets, OfSeveralExposuresAreJoint) {
    const CausalGraph graph =
        graph_of("dag { X1 [exposure] X2 [exposure] Y [outcome] X1 -> X2 -> Y X1 -> Y L -> X2 L -> Y }");
    EXPECT_EQ(named_sets(graph, adjustment_sets(graph, EffectKind::total, 10).sets), (Named{{"L"}}));
}

}  // namespace adjustment_sets_test
}  // namespace tarazy
