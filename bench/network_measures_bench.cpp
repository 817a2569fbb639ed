// Measures of nodes and communities. Run: cmake --preset bench && cmake --build build/bench &&
// build/bench/network_measures_bench
//
// Random networks of mean degree 4 or 10 with whole weights from 1 to 10, from seed 1. Peer: igraph 0.10.2 in C,
// igraph_betweenness with weights, 4,000 nodes, on the same loaded machine of two cores: 8.1 CPU seconds at degree 4,
// 9.5 at degree 10.

#include "base/random.hpp"
#include "network/communities/communities.hpp"
#include "network/communities/core_periphery.hpp"
#include "network/measures/node_measures.hpp"
#include "network/measures/path_measures.hpp"

#include <benchmark/benchmark.h>

#include <set>

namespace tarazy {
namespace {

Network random_weighted(std::size_t nodes, std::size_t degree) {
    Random random(1, "network of the measures benchmark", nodes);
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    while (pairs.size() < nodes * degree / 2) {
        const auto a = static_cast<std::uint32_t>(random.below(nodes)),
                   b = static_cast<std::uint32_t>(random.below(nodes));
        if (a != b) pairs.emplace(std::min(a, b), std::max(a, b));
    }
    Network network;
    network.weighted = true;
    for (std::size_t node = 0; node < nodes; ++node) network.names.push_back(std::to_string(1000000 + node));
    for (const auto& [from, to] : pairs)
        network.ties.push_back({from, to, 1 + static_cast<double>(random.below(10)), 1});
    return network;
}

void weighted_paths(benchmark::State& state) {
    const Network network =
        random_weighted(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    for (auto _ : state) benchmark::DoNotOptimize(path_measures(network));
}
BENCHMARK(weighted_paths)
    ->ArgNames({"n", "degree"})
    ->Args({1000, 4})
    ->Args({4000, 4})
    ->Args({4000, 10})
    ->Args({195, 194})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void all_measures(benchmark::State& state) {
    const Network network =
        random_weighted(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    for (auto _ : state) benchmark::DoNotOptimize(node_measures(network));
}
BENCHMARK(all_measures)
    ->ArgNames({"n", "degree"})
    ->Args({195, 194})
    ->Args({1000, 10})
    ->Args({4000, 10})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void structural_holes_of_all(benchmark::State& state) {
    const Network network = random_weighted(static_cast<std::size_t>(state.range(0)), 100);
    for (auto _ : state) benchmark::DoNotOptimize(structural_holes(network));
}
BENCHMARK(structural_holes_of_all)->ArgName("n")->Arg(195)->Arg(780)->Unit(benchmark::kMillisecond);

void communities(benchmark::State& state) {
    const Network network = random_weighted(static_cast<std::size_t>(state.range(0)), 10);
    CommunityOptions options;
    options.method = state.range(1) == 0 ? CommunityMethod::louvain : CommunityMethod::leiden;
    for (auto _ : state) benchmark::DoNotOptimize(find_communities(network, options));
}
BENCHMARK(communities)
    ->ArgNames({"n", "leiden"})
    ->Args({200, 0})
    ->Args({200, 1})
    ->Args({800, 0})
    ->Args({800, 1})
    ->Unit(benchmark::kMillisecond);

void core_of_states(benchmark::State& state) {
    const Network network = random_weighted(static_cast<std::size_t>(state.range(0)), 10);
    for (auto _ : state) benchmark::DoNotOptimize(core_periphery(network));
}
BENCHMARK(core_of_states)->ArgName("n")->Arg(20)->Arg(50)->Arg(195)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
