// Causal graphs. Run: cmake --preset bench && cmake --build build/bench && build/bench/graph_bench
//
// Random graphs of N nodes in a causal order, with so many arrows a node on average, from seed 42. A question of
// d-separation takes two random nodes and five that are given; the time is that of one question, averaged over 1,000.
// Peers on 1,000 nodes: caugi (Rust) 0.044 ms, dagitty 0.3-4 58 ms.
// The other families ask the chronology of the study (222 links) and a ladder with 2^k minimal adjustment sets.

#include "base/random.hpp"
#include "io/read_table.hpp"
#include "trace/graph/d_separation.hpp"
#include "trace/graph/graph_answers.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>

namespace tarazy {
namespace {

std::string node_name(std::uint64_t i) {
    return "v" + std::to_string(1'000'000 + i);
}

CausalGraph random_causal_graph(std::uint64_t nodes, std::uint64_t arrows_a_node) {
    Random random(42, "graphs of the benchmark", nodes * 1000 + arrows_a_node);
    CausalGraphParts parts;
    for (std::uint64_t i = 0; i < nodes; ++i) parts.names.push_back(node_name(i));
    for (std::uint64_t i = 0; i < nodes * arrows_a_node; ++i) {
        std::uint64_t a = random.below(nodes), b = random.below(nodes);
        if (a != b) parts.arrows.emplace_back(node_name(std::min(a, b)), node_name(std::max(a, b)));
    }
    return causal_graph(parts);
}

void one_separation(benchmark::State& state) {
    const auto nodes = static_cast<std::uint64_t>(state.range(0));
    const CausalGraph graph = random_causal_graph(nodes, static_cast<std::uint64_t>(state.range(1)));
    constexpr std::size_t questions = 1000, given = 5;
    Random random(42, "questions of the benchmark", nodes);
    std::vector<GraphNode> asked;
    while (asked.size() < questions * (given + 2)) {
        const auto first = asked.end() - static_cast<std::ptrdiff_t>(asked.size() % (given + 2));
        const auto v = static_cast<GraphNode>(random.below(nodes));
        if (std::find(first, asked.end(), v) == asked.end()) asked.push_back(v);
    }
    SeparationMemory memory(graph.size());
    std::size_t at = 0, separated = 0, all = 0;
    for (auto _ : state) {
        const std::span<const GraphNode> one(asked.data() + at * (given + 2), given + 2);
        separated += d_separated(graph, one.first(1), one.subspan(1, 1), one.subspan(2), memory) ? 1 : 0;
        at = at + 1 == questions ? 0 : at + 1;
        ++all;
    }
    state.counters["arrows"] = static_cast<double>(graph.arrows());
    state.counters["separated"] = static_cast<double>(separated) / static_cast<double>(all);
}
BENCHMARK(one_separation)
    ->ArgNames({"nodes", "arrows_a_node"})
    ->Args({1000, 2})
    ->Args({1000, 5})
    ->Args({1000, 50})
    ->Args({4000, 5})
    ->Args({16000, 5})
    ->Unit(benchmark::kMicrosecond);

void chronology(benchmark::State& state) {
    const Table table = read_table("studies/kazakhstan/data/links.csv");
    std::vector<std::string> warnings;
    const std::vector<ChronologyLink> links = read_links_alone(table, warnings);
    for (auto _ : state) {
        CausalGraph graph = causal_graph(graph_parts(links, {}));
        const GraphNode x = *graph.find("e017"), y = *graph.find("e055");
        graph = with_roles(std::move(graph), std::span(&x, 1), std::span(&y, 1));
        benchmark::DoNotOptimize(graph_answers(graph, {}));
    }
}
BENCHMARK(chronology)->Unit(benchmark::kMillisecond);

void adjustment_sets_of_a_ladder(benchmark::State& state) {
    CausalGraphParts parts;
    for (std::int64_t i = 0; i < state.range(0); ++i) {
        const std::string a = "a" + std::to_string(i), b = "b" + std::to_string(i);
        parts.arrows.insert(parts.arrows.end(), {{a, "x"}, {a, b}, {b, "y"}});
    }
    parts.arrows.emplace_back("x", "y");
    parts.exposures = {"x"};
    parts.outcomes = {"y"};
    const CausalGraph graph = causal_graph(parts);
    std::size_t sets = 0;
    for (auto _ : state) sets = adjustment_sets(graph, EffectKind::total, 1'000'000).sets.sets.size();
    state.counters["sets"] = static_cast<double>(sets);
}
BENCHMARK(adjustment_sets_of_a_ladder)
    ->ArgName("ways")
    ->Arg(6)
    ->Arg(8)
    ->Arg(10)
    ->Arg(12)
    ->Unit(benchmark::kMillisecond);

void independencies(benchmark::State& state) {
    const CausalGraph graph = random_causal_graph(static_cast<std::uint64_t>(state.range(0)), 1);
    std::size_t pairs = 0;
    for (auto _ : state) pairs = implied_independencies(graph, 1'000'000, 1).pairs.size();
    state.counters["pairs"] = static_cast<double>(pairs);
}
BENCHMARK(independencies)->ArgName("nodes")->Arg(50)->Arg(200)->Arg(800)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
