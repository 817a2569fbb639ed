// Projection and its nulls. Run: cmake --preset bench && cmake --build build/bench && build/bench/projection_bench
//
// The network of 2014: 195 states, 309 organisations, 18,915 pairs (Correlates of War, beside the checkout). Others are
// drawn, with actors and institutions of unequal sizes. Peers on the same class of machine, CPU time: backbone 3.0.3
// (R) 0.39 s for one SDSM of 2014, by a normal approximation; so 390 s for 999 networks with its margins.

#include "network/projection/critical_counts.hpp"
#include "network/projection/curveball.hpp"
#include "network/projection/projection.hpp"
#include "network/projection/projection_example_test.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

using testing_projection::random_affiliations;
using testing_projection::states_and_organisations;

/// Every pair with all its tails, the model included.
void all_pairs_of_2014(benchmark::State& state) {
    const auto network = states_and_organisations(2014);
    if (!network) return state.SkipWithError("the memberships are not beside this checkout");
    ProjectionOptions options;
    options.threads = static_cast<unsigned>(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(projection(*network, options));
}
BENCHMARK(all_pairs_of_2014)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void model_of_2014(benchmark::State& state) {
    const auto network = states_and_organisations(2014);
    if (!network) return state.SkipWithError("the memberships are not beside this checkout");
    for (auto _ : state) benchmark::DoNotOptimize(bicm(network->ties, {}));
}
BENCHMARK(model_of_2014)->Unit(benchmark::kMillisecond);

void critical_counts_of_2014(benchmark::State& state) {
    const auto network = states_and_organisations(2014);
    if (!network) return state.SkipWithError("the memberships are not beside this checkout");
    for (auto _ : state) benchmark::DoNotOptimize(critical_counts(*network, {}, {}, 1));
}
BENCHMARK(critical_counts_of_2014)->Unit(benchmark::kMillisecond);

/// 999 networks with the margins of 2014, the backbone of each.
void draws_with_backbone_of_2014(benchmark::State& state) {
    const auto network = states_and_organisations(2014);
    if (!network) return state.SkipWithError("the memberships are not beside this checkout");
    const CriticalCounts critical = critical_counts(*network);
    CurveballDraws how;
    how.threads = static_cast<unsigned>(state.range(0));
    std::vector<std::size_t> ties(how.draws);
    for (auto _ : state) {
        curveball_draws(network->ties, {}, how, [&](std::size_t number, const BitMatrix& drawn) {
            ties[number] = count_bits(backbone_bits(drawn, critical).row(0));
        });
        benchmark::DoNotOptimize(ties.data());
    }
}
BENCHMARK(draws_with_backbone_of_2014)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

/// Twice and four times the states and organisations, with the same share of ties: 4 and 16 times the cells. And as
/// many ties an actor, so that the share falls.
void all_pairs_of_drawn_networks(benchmark::State& state) {
    const auto times = static_cast<std::size_t>(state.range(0));
    const double density = state.range(1) == 0 ? .2 : .2 / static_cast<double>(times);
    const TwoModeNetwork network = random_affiliations(195 * times, 309 * times, density);
    ProjectionOptions options;
    options.threads = 1;
    for (auto _ : state) benchmark::DoNotOptimize(projection(network, options));
    state.counters["pairs"] = static_cast<double>(195 * times * (195 * times - 1) / 2);
}
BENCHMARK(all_pairs_of_drawn_networks)
    ->ArgNames({"side", "sparse"})
    ->Args({1, 0})
    ->Args({2, 0})
    ->Args({4, 0})
    ->Args({2, 1})
    ->Args({4, 1})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
