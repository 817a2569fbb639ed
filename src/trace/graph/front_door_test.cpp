#include "trace/graph/front_door.hpp"

#include "trace/graph/graph_brute_force_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace front_door_test {

using namespace brute_force;

CausalGraph cut_from(const CausalGraph& graph, const Nodes& nodes) {
    CausalGraphParts parts = parts_of(graph);
    std::erase_if(parts.arrows, [&](const auto& arrow) {
        return std::ranges::any_of(nodes, [&](GraphNode v) { return graph.names[v] == arrow.first; });
    });
    return causal_graph(parts);
}

/// Pearl 1995, definition 3, for one exposure A and one outcome B, over all paths.
bool front_door_criterion(const CausalGraph& graph, const Nodes& set) {
    const GraphNode x = 0, y = 1;
    const auto in_set = [&](GraphNode v) { return std::ranges::find(set, v) != set.end(); };
    for (const CausalPath& path : all_paths(graph, x, y))
        if (is_directed(path) && std::ranges::none_of(path.nodes, in_set)) return false;
    const CausalGraph behind_exposure = cut_from(graph, {x}), behind_set = cut_from(graph, set);
    return std::ranges::all_of(
        set, [&](GraphNode m) { return separated(behind_exposure, x, m, {}) && separated(behind_set, m, y, {x}); });
}

/// Exposure and outcome confounded and without arrow between them, so that the front door is of use.
CausalGraph confounded(const CausalGraph& graph) {
    CausalGraphParts parts = parts_of(graph);
    std::erase_if(parts.arrows,
                  [](const auto& arrow) { return arrow == std::pair<std::string, std::string>("A", "B"); });
    parts.arcs.emplace_back("A", "B");
    return causal_graph(parts);
}

TEST(FrontDoor, EqualsTheCriterionOnSmallGraphs) {
    std::size_t with = 0, larger = 0;
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const CausalGraph graph = confounded(random_graph(seed, 6, 3 + seed % 3, seed % 4 == 1));
        const auto expected =
            minimal_subsets(observed(graph), [&](const Nodes& set) { return front_door_criterion(graph, set); });
        const FrontDoorSets found = front_door_sets(graph, 1000);
        ASSERT_EQ(found.sets.sets, expected) << to_dagitty(graph);
        EXPECT_EQ(found.why_none.empty(), !expected.empty());
        with += !expected.empty() && !expected[0].empty() ? 1 : 0;
        larger += !expected.empty() && expected.back().size() > 1 ? 1 : 0;
    }
    EXPECT_GT(with, 20u);
    EXPECT_GT(larger, 2u);
}

TEST(FrontDoor, PearlsExampleOfSmokingTarAndCancer) {
    const CausalGraph graph =
        graph_of("dag { smoking [exposure] cancer [outcome] smoking -> tar -> cancer smoking <-> cancer }");
    EXPECT_EQ(front_door_sets(graph, 10).sets.sets, (std::vector<Nodes>{nodes_of(graph, {"tar"})}));
}

TEST(FrontDoor, ADirectArrowLeavesNone) {
    const CausalGraph graph = graph_of("dag { X [exposure] Y [outcome] X -> M -> Y X -> Y X <-> Y }");
    const FrontDoorSets found = front_door_sets(graph, 10);
    EXPECT_TRUE(found.sets.sets.empty());
    EXPECT_FALSE(found.why_none.empty());
}

/// Each of k ways from the exposure has two nodes that may stand for it: 2^k minimal sets.
CausalGraph many_doors(int ways) {
    CausalGraphParts parts;
    for (int i = 0; i < ways; ++i) {
        const std::string a = "a" + std::to_string(i), b = "b" + std::to_string(i);
        parts.arrows.insert(parts.arrows.end(), {{"x", a}, {a, b}, {b, "y"}});
    }
    parts.arcs = {{"x", "y"}};
    parts.exposures = {"x"};
    parts.outcomes = {"y"};
    return causal_graph(parts);
}

TEST(FrontDoor, TheSearchStopsAtItsBoundAndSaysSo) {
    const FrontDoorSets all = front_door_sets(many_doors(4), 100);
    EXPECT_EQ(all.sets.sets.size(), 16u);
    EXPECT_TRUE(all.sets.complete);
    const FrontDoorSets some = front_door_sets(many_doors(10), 20);
    EXPECT_EQ(some.sets.sets.size(), 20u);
    EXPECT_FALSE(some.sets.complete);
}

/// The set that is left when node after node is taken out, each by itself, and no ancestor is set apart beforehand.
Nodes one_by_one(const CausalGraph& graph, const Nodes& from) {
    Nodes left = from;
    for (const GraphNode v : from) {
        Nodes fewer = left;
        std::erase(fewer, v);
        const auto below = subsets(fewer);
        Nodes largest;
        bool any = false;
        for (const Nodes& set : below) {
            if (!front_door_criterion(graph, set) || (any && set.size() <= largest.size())) continue;
            largest = set;
            any = true;
        }
        if (any) left = largest;
    }
    return left;
}

TEST(FrontDoor, NodesTakenOutManyAtATimeLeaveWhatOneByOneLeaves) {
    std::size_t compared = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const CausalGraph graph = confounded(random_graph(seed, 7, 3, false));
        const FrontDoorSets found = front_door_sets(graph, 10);
        if (!found.why_none.empty()) continue;
        const NodeSets all = front_door_sets(graph, 1000).sets;
        Nodes largest;
        for (const Nodes& set : subsets(observed(graph)))
            if (front_door_criterion(graph, set) && set.size() > largest.size()) largest = set;
        const Nodes expected = one_by_one(graph, largest);
        EXPECT_NE(std::ranges::find(all.sets, expected), all.sets.end()) << to_dagitty(graph);
        ++compared;
    }
    EXPECT_GT(compared, 10u);
}

TEST(FrontDoor, AChainOf3000NodesIsThinnedByHalves) {
    CausalGraphParts parts;
    for (int i = 0; i < 3000; ++i) parts.arrows.emplace_back("n" + std::to_string(i), "n" + std::to_string(i + 1));
    parts.arcs = {{"n0", "n3000"}};
    parts.exposures = {"n0"};
    parts.outcomes = {"n3000"};
    const FrontDoorSets found = front_door_sets(causal_graph(parts), 20);
    EXPECT_EQ(found.sets.sets.size(), 20u);
    EXPECT_FALSE(found.sets.complete);
    for (const Nodes& set : found.sets.sets) EXPECT_EQ(set.size(), 1u);
}

TEST(FrontDoor, AStopIsHeeded) {
    std::stop_source asked;
    asked.request_stop();
    EXPECT_THROW((void)front_door_sets(many_doors(3), 10, Work(asked.get_token())), Interrupted);
}

}  // namespace front_door_test
}  // namespace tarazy
