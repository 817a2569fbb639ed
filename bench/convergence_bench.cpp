// Diagnostics of one quantity: 4 chains of 1,000 draws, one core.
// Run: build/bench/convergence_bench  (preset `bench`).

#include "base/random.hpp"
#include "stats/convergence.hpp"
#include "stats/normal.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

namespace tarazy {
namespace {

/// Chains x_t = phi x_t-1 + noise.
std::vector<float> autoregressive(double phi) {
    std::vector<float> draws;
    for (std::uint64_t chain = 0; chain < 4; ++chain) {
        Random random(1, "benchmark", chain);
        double x = 0;
        for (int i = 0; i < 1000; ++i) {
            x = phi * x + normal_quantile(random.uniform());
            draws.push_back(static_cast<float>(x));
        }
    }
    return draws;
}

/// The argument is phi in per cent; 100 is a random walk, which sums nearly all lags.
void chains_of_autocorrelation(benchmark::State& state) {
    const std::vector<float> draws = autoregressive(static_cast<double>(state.range(0)) / 100);
    for (auto _ : state) benchmark::DoNotOptimize(convergence(draws, 4));
}
BENCHMARK(chains_of_autocorrelation)->Arg(0)->Arg(50)->Arg(90)->Arg(99)->Arg(100)->Unit(benchmark::kMicrosecond);

void counts_with_many_ties(benchmark::State& state) {
    std::vector<float> draws = autoregressive(0.5);
    for (float& draw : draws) draw = std::round(2 * draw);
    for (auto _ : state) benchmark::DoNotOptimize(convergence(draws, 4));
}
BENCHMARK(counts_with_many_ties)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace tarazy
