// Exact posterior of change points, and what stands beside it. Run: cmake --preset bench && cmake --build build/bench
// && build/bench/break_posterior_bench
//
// Series of normal noise with a step of three standard deviations every 100 observations, from seed 5. Peers (CPU
// seconds on a loaded two-core machine): bcp 4.0.3, 550 sweeps, n = 1,000: 0.28, n = 10,000: 2.67; Rbeast 1.0.1,
// n = 1,000: 0.072, n = 10,000: 0.319 (both approximate, by sampling); ecp 3.1.6 e.divisive with 199 permutations,
// n = 200: 0.89, n = 1,000: 17.4. No peer gives the posterior exactly.

#include "base/random.hpp"
#include "stats/normal.hpp"
#include "trace/breaks/any_change.hpp"
#include "trace/breaks/break_posterior.hpp"
#include "trace/breaks/e_divisive.hpp"
#include "trace/breaks/narrowest_significance.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

std::vector<double> steps(std::size_t n) {
    Random random(5, "series of the break posterior benchmark", n);
    std::vector<double> y;
    for (std::size_t i = 0; i < n; ++i) y.push_back((i / 100 % 2 == 0 ? 0 : 3) + normal_quantile(random.uniform()));
    return y;
}

void posterior(benchmark::State& state) {
    const std::vector<double> y = steps(static_cast<std::size_t>(state.range(0)));
    double expected = 0;
    for (auto _ : state) expected = break_posterior(y, default_segment_prior(y)).expected_changes();
    state.counters["expected_changes"] = expected;
}
BENCHMARK(posterior)->ArgName("n")->Arg(28)->Arg(1000)->Arg(1250)->Arg(5000)->Arg(10000)->Arg(20000)->Unit(
    benchmark::kMillisecond);

void guaranteed_intervals(benchmark::State& state) {
    const std::vector<double> y = steps(static_cast<std::size_t>(state.range(0)));
    const auto norm = state.range(1) == 0 ? StretchLengths::all : StretchLengths::dyadic;
    std::size_t found = 0;
    for (auto _ : state) found = narrowest_significance(y, {.norm = norm}).intervals.size();
    state.counters["intervals"] = static_cast<double>(found);
}
BENCHMARK(guaranteed_intervals)
    ->ArgNames({"n", "dyadic"})
    ->Args({28, 0})
    ->Args({1250, 0})
    ->Args({5000, 0})
    ->Args({20000, 0})
    ->Args({20000, 1})
    ->Unit(benchmark::kMillisecond);

void calibrated_p(benchmark::State& state) {
    const std::vector<double> y = steps(static_cast<std::size_t>(state.range(0)));
    double p = 0;
    for (auto _ : state) p = any_change(y, {.null = NoChange::serial}).p;
    state.counters["p"] = p;
}
BENCHMARK(calibrated_p)->ArgName("n")->Arg(28)->Arg(112)->Arg(448)->Unit(benchmark::kMillisecond);

void divisive(benchmark::State& state) {
    const std::vector<double> y = steps(static_cast<std::size_t>(state.range(0)));
    std::size_t found = 0;
    for (auto _ : state) found = e_divisive(y, {.permutations = 199}).changes.size();
    state.counters["changes"] = static_cast<double>(found);
}
BENCHMARK(divisive)->ArgName("n")->Arg(200)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
