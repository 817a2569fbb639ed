// Brokerage and its nulls. Run: cmake --preset bench && cmake --build build/bench && build/bench/brokerage_bench
//
// Networks of N nodes in nine groups, a tie with probability 0.494 (195 nodes: 18.7 thousand arcs, as many as the
// dichotomised network of institutions of 2014), from seed 42; memberships of 195 times a factor states in 309
// institutions whose sizes differ as those of 2014 do (six or seven to a state's hundred).
// Peers, as measured when the program was planned: sna 2.7-1 counts the roles of 195 nodes in 800 ms of CPU time; 999
// draws with backbone::sdsm 390 s, extrapolated from 0.39 s a network.

#include "base/random.hpp"
#include "network/brokerage/broker_measures.hpp"
#include "network/brokerage/exclusive_bridges.hpp"
#include "network/brokerage/role_nulls.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

struct BenchNetwork {
    Network network;
    NodeGroups groups;
    BitMatrix ties;
    std::vector<std::uint32_t> counts;
};

BenchNetwork bench_network(std::size_t nodes, double density) {
    BenchNetwork made;
    Random random(42, "networks of the benchmark", nodes);
    for (std::size_t i = 0; i < nodes; ++i) made.network.names.push_back("n" + std::to_string(100'000 + i));
    for (std::uint32_t i = 0; i < nodes; ++i)
        for (std::uint32_t j = i + 1; j < nodes; ++j)
            if (random.uniform() < density) made.network.ties.push_back({i, j, 1, 1});
    for (int group = 0; group < 9; ++group) made.groups.names.push_back(std::string(1, static_cast<char>('a' + group)));
    for (std::size_t i = 0; i < nodes; ++i) made.groups.group.push_back(static_cast<std::uint32_t>(random.below(9)));
    made.ties = adjacency_bits(made.network);
    made.counts = broker_role_counts(made.network, made.groups);
    return made;
}

/// States belong to a few large institutions and to many small ones of their own part of the world.
TwoModeNetwork bench_memberships(std::size_t states) {
    Random random(42, "memberships of the benchmark", states);
    TwoModeNetwork network;
    constexpr std::size_t institutions = 309;
    for (std::size_t i = 0; i < states; ++i) network.actors.push_back("s" + std::to_string(100'000 + i));
    for (std::size_t e = 0; e < institutions; ++e) network.institutions.push_back("e" + std::to_string(1000 + e));
    network.ties = BitMatrix(states, institutions);
    for (std::size_t e = 0; e < institutions; ++e) {
        const double size = e < 45 ? 0.35 + 0.6 * random.uniform() : 0.02 + 0.3 * random.uniform() * random.uniform();
        const std::uint64_t part = random.below(9);
        for (std::size_t i = 0; i < states; ++i) {
            const double own = e < 45 ? 1 : (i % 9 == part ? 4 : 0.5);
            network.ties.set(i, e, random.uniform() < std::min(0.98, size * own));
        }
    }
    return network;
}

NodeGroups bench_groups(std::size_t nodes) {
    NodeGroups groups;
    for (int group = 0; group < 9; ++group) groups.names.push_back(std::string(1, static_cast<char>('a' + group)));
    for (std::size_t i = 0; i < nodes; ++i) groups.group.push_back(static_cast<std::uint32_t>(i % 9));
    return groups;
}

void roles_of_one_network(benchmark::State& state) {
    const BenchNetwork made = bench_network(static_cast<std::size_t>(state.range(0)), 0.494);
    for (auto _ : state) benchmark::DoNotOptimize(broker_role_counts(made.network, made.groups));
    state.counters["arcs"] = static_cast<double>(2 * made.network.ties.size());
}
BENCHMARK(roles_of_one_network)->Arg(195)->Arg(390)->Arg(780)->Unit(benchmark::kMillisecond);

void thousand_label_permutations(benchmark::State& state) {
    const BenchNetwork made = bench_network(static_cast<std::size_t>(state.range(0)), 0.494);
    for (auto _ : state)
        benchmark::DoNotOptimize(role_label_null(made.ties, made.groups, made.counts,
                                                 {.draws = 1000, .threads = static_cast<unsigned>(state.range(1))}));
}
BENCHMARK(thousand_label_permutations)
    ->Args({195, 1})
    ->Args({195, 2})
    ->Args({390, 2})
    ->Args({780, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void rewirings_of_degrees(benchmark::State& state) {
    const BenchNetwork made = bench_network(static_cast<std::size_t>(state.range(0)), 0.15);
    for (auto _ : state)
        benchmark::DoNotOptimize(
            role_rewiring_null(made.network, made.groups, made.counts, 10, {.draws = 999, .threads = 2}));
}
BENCHMARK(rewirings_of_degrees)->Arg(195)->Unit(benchmark::kMillisecond)->UseRealTime();

void margin_draws_with_backbone_and_roles(benchmark::State& state) {
    const TwoModeNetwork network = bench_memberships(static_cast<std::size_t>(state.range(0)));
    const CriticalCounts critical = critical_counts(network, {0.05, BackboneKind::positive});
    const NodeGroups groups = bench_groups(network.actors.size());
    std::vector<std::uint32_t> counts(network.actors.size() * broker_roles);
    const BitMatrix backbone = backbone_bits(network, critical);
    count_broker_roles(backbone, groups.group, group_bits(groups.group, 9), counts);
    for (auto _ : state)
        benchmark::DoNotOptimize(role_margin_null(network, critical, groups, counts, {},
                                                  {.draws = 999, .threads = static_cast<unsigned>(state.range(1))}));
    double ties = 0, arcs = 0;
    for (std::size_t i = 0; i < network.actors.size(); ++i) {
        ties += static_cast<double>(count_bits(network.ties.row(i)));
        arcs += static_cast<double>(count_bits(backbone.row(i)));
    }
    state.counters["memberships"] = ties;
    state.counters["arcs"] = arcs;
}
BENCHMARK(margin_draws_with_backbone_and_roles)
    ->Args({195, 1})
    ->Args({195, 2})
    ->Args({390, 2})
    ->Args({780, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void margin_draws_with_bridges(benchmark::State& state) {
    const TwoModeNetwork network = bench_memberships(static_cast<std::size_t>(state.range(0)));
    Blocs blocs{{"a", "b", "c"}, std::vector<std::uint32_t>(network.actors.size(), Blocs::none)};
    for (std::size_t i = 0; i < 30; ++i) blocs.bloc[i] = i == 0 ? 0 : i == 1 ? 1 : 2;
    const auto weights = exclusive_bridges(network, blocs).weights;
    for (auto _ : state)
        benchmark::DoNotOptimize(bridge_margin_null(network, blocs, weights, {}, {.draws = 999, .threads = 2}));
}
BENCHMARK(margin_draws_with_bridges)->Arg(195)->Arg(390)->Arg(780)->Unit(benchmark::kMillisecond)->UseRealTime();

void measures_of_one_network(benchmark::State& state) {
    const BenchNetwork made = bench_network(static_cast<std::size_t>(state.range(0)), 0.15);
    for (auto _ : state) benchmark::DoNotOptimize(broker_measures(made.network, made.groups, 2));
}
BENCHMARK(measures_of_one_network)->Arg(195)->Arg(390)->Arg(780)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace tarazy
