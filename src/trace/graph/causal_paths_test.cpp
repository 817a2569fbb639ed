#include "trace/graph/causal_paths.hpp"

#include "trace/graph/graph_brute_force_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace causal_paths_test {

using namespace brute_force;

std::vector<Nodes> nodes_on(const std::vector<CausalPath>& paths) {
    std::vector<Nodes> nodes;
    for (const CausalPath& path : paths) nodes.push_back(path.nodes);
    return nodes;
}

std::vector<std::pair<Nodes, std::vector<StepKind>>> sorted_steps(const std::vector<CausalPath>& paths) {
    std::vector<std::pair<Nodes, std::vector<StepKind>>> steps;
    for (const CausalPath& path : paths) steps.emplace_back(path.nodes, path.steps);
    std::ranges::sort(steps);
    return steps;
}

TEST(CausalPaths, EqualAllPathsOnSmallGraphs) {
    std::size_t open = 0, closed = 0;
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        CausalGraph graph = random_graph(seed, 6, 4, seed % 2 == 1);
        graph.adjusted = {static_cast<GraphNode>(2 + seed % 4)};
        std::vector<CausalPath> directed, back_door;
        for (const CausalPath& path : all_paths(graph, 0, 1)) {
            if (is_directed(path)) directed.push_back(path);
            if (path.steps[0] != StepKind::forward) back_door.push_back(path);
        }
        const CausalPaths causal = directed_paths(graph, 0, 1, 1000),
                          back = back_door_paths(graph, 0, 1, 1000, 100'000);
        EXPECT_EQ(sorted_steps(causal.paths), sorted_steps(directed));
        EXPECT_EQ(sorted_steps(back.paths), sorted_steps(back_door)) << to_dagitty(graph);
        EXPECT_TRUE(causal.complete && back.complete);
        EXPECT_EQ(count_directed_paths(graph, 0, 1), directed.size());
        for (const auto* paths : {&causal.paths, &back.paths}) {
            for (const CausalPath& path : *paths) {
                EXPECT_EQ(path.open, !blocked(graph, path, graph.adjusted));
                (path.open ? open : closed) += 1;
            }
            EXPECT_TRUE(std::ranges::is_sorted(*paths, {}, [](const CausalPath& path) { return path.nodes.size(); }));
        }
        const auto shortest = shortest_directed_path(graph, 0, 1);
        EXPECT_EQ(shortest.has_value(), !directed.empty());
        if (shortest) {
            EXPECT_EQ(*shortest, causal.paths[0].steps.size());
        }
        Nodes on_every;
        for (GraphNode v = 2; v < graph.size() && !directed.empty(); ++v) {
            if (std::ranges::all_of(directed, [&](const CausalPath& path) {
                    return std::ranges::find(path.nodes, v) != path.nodes.end();
                }))
                on_every.push_back(v);
        }
        Nodes found = bottlenecks(graph, 0, 1);
        std::ranges::sort(found);
        EXPECT_EQ(found, on_every);
    }
    EXPECT_GT(open, 50u);
    EXPECT_GT(closed, 50u);
}

TEST(CausalPaths, BottlenecksStandInTheOrderOfCauses) {
    const CausalGraph graph = graph_of("dag { x -> z -> a -> y  z -> b -> a }");
    EXPECT_EQ(bottlenecks(graph, *graph.find("x"), *graph.find("y")), (Nodes{*graph.find("z"), *graph.find("a")}));
    EXPECT_TRUE(bottlenecks(graph, *graph.find("y"), *graph.find("x")).empty());
}

/// Two nodes a floor, each linked to both of the next: 2^floors paths.
CausalGraph tower(int floors) {
    CausalGraphParts parts;
    std::vector<std::string> below = {"x"};
    for (int i = 0; i < floors; ++i) {
        const std::vector<std::string> floor = {"a" + std::to_string(i), "b" + std::to_string(i)};
        for (const std::string& from : below) {
            for (const std::string& to : floor) parts.arrows.emplace_back(from, to);
        }
        below = floor;
    }
    for (const std::string& from : below) parts.arrows.emplace_back(from, "y");
    return causal_graph(parts);
}

TEST(CausalPaths, MoreThanAskedForAreCountedAndTheListIsCalledIncomplete) {
    const CausalGraph graph = tower(60);
    const GraphNode x = *graph.find("x"), y = *graph.find("y");
    const CausalPaths found = directed_paths(graph, x, y, 10);
    EXPECT_EQ(found.paths.size(), 10u);
    EXPECT_FALSE(found.complete);
    EXPECT_EQ(count_directed_paths(graph, x, y), std::uint64_t{1} << 60U);
    const CausalGraph higher = tower(70);
    EXPECT_EQ(count_directed_paths(higher, *higher.find("x"), *higher.find("y")), std::nullopt);
    const CausalPaths back = back_door_paths(graph, y, x, 10, 1000);
    EXPECT_LE(back.paths.size(), 10u);
    EXPECT_FALSE(back.complete);
}

TEST(CausalPaths, TheSearchForBackDoorsEndsAtItsBound) {
    const CausalGraph graph = tower(60);
    EXPECT_FALSE(back_door_paths(graph, *graph.find("a30"), *graph.find("b30"), 1'000'000, 5000).complete);
}

TEST(CausalPaths, AChainLongerThanAnyListIsNoOverflow) {
    CausalGraphParts parts;
    const auto name = [](int i) { return "n" + std::to_string(1'000'000 + i); };
    for (int i = 0; i < 3'000; ++i) parts.arrows.emplace_back(name(i), name(i + 1));
    const CausalGraph graph = causal_graph(parts);
    const GraphNode last = 3'000;
    const CausalPaths found = directed_paths(graph, 0, last, 10);
    EXPECT_TRUE(found.paths.empty());
    EXPECT_FALSE(found.complete);
    EXPECT_EQ(shortest_directed_path(graph, 0, last), 3'000u);
    EXPECT_EQ(back_door_paths(graph, last, 0, 10, 10'000'000).complete, false);
}

TEST(CausalPaths, ShorterOnesComeFirst) {
    const CausalGraph graph = graph_of("dag { a -> b -> c -> d  a -> d  a -> c }");
    EXPECT_EQ(nodes_on(directed_paths(graph, 0, 3, 10).paths), (std::vector<Nodes>{{0, 3}, {0, 2, 3}, {0, 1, 2, 3}}));
    EXPECT_EQ(to_string(PathKind::back_door), "back_door");
}

}  // namespace causal_paths_test
}  // namespace tarazy
