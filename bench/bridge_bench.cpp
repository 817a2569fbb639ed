// Bridges of a year against states of equal degree and networks with the same margins.
// Run: cmake --preset bench && cmake --build build/bench && build/bench/bridge_bench
//
// 195 times a factor states in 309 institutions, a membership with probability 0.15, from seed 42, three blocs. Peer:
// the backbone of one such network alone takes backbone 3.0.3 (R) 0.39 s of CPU time, so 390 s for 999 of them.

#include "base/random.hpp"
#include "network/bridging/bridge_standing.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

void bridges_of_a_year(benchmark::State& state) {
    const auto actors = static_cast<std::size_t>(195 * state.range(0));
    TwoModeNetwork network;
    network.ties = BitMatrix(actors, 309);
    Random random(42, "memberships of the benchmark", actors);
    for (std::size_t e = 0; e < 309; ++e) network.institutions.push_back("i" + std::to_string(1000 + e));
    for (std::size_t a = 0; a < actors; ++a) {
        network.actors.push_back("s" + std::to_string(10000 + a));
        for (std::size_t e = 0; e < 309; ++e)
            if (random.uniform() < 0.15) network.ties.set(a, e);
    }
    Blocs blocs{{"A", "B", "C"}, std::vector<std::uint32_t>(actors, Blocs::none)};
    for (std::uint32_t a = 0; a < 6; ++a) blocs.bloc[a] = std::min(a, 2U);
    BridgeOptions options;
    options.draws = 999;
    const InstitutionDraws draws(network.institutions, options.draws, options.seed);
    const std::vector<std::uint32_t> states = {10, 11, 12};
    for (auto _ : state) benchmark::DoNotOptimize(bridge_standings(network, blocs, states, draws, options));
}
BENCHMARK(bridges_of_a_year)->Arg(1)->Arg(4)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace tarazy
