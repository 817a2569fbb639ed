// Designs and indices of sensitivity. Run: cmake --preset bench && cmake --build build/bench &&
// build/bench/sensitivity_bench
//
// Sobol's g function of 8 inputs. Peer on the base of 16,384 rows (163,840 runs): SALib 1.5 1.3 s for the sample
// and 3.8 s for the indices with 100 resamples.

#include "simulate/designs/sample.hpp"
#include "simulate/discovery/box_stability.hpp"
#include "simulate/sensitivity/borgonovo_delta.hpp"
#include "simulate/sensitivity/pawn_indices.hpp"
#include "simulate/sensitivity/sobol_indices.hpp"

#include <benchmark/benchmark.h>

#include <cmath>

namespace tarazy {
namespace {

InputSpace g_inputs() {
    InputSpace space;
    for (int i = 1; i <= 8; ++i) space.inputs.push_back({"x" + std::to_string(i), {.lower = 0, .upper = 1}});
    return space;
}

std::vector<double> g_outcomes(const Design& design) {
    const double a[8] = {0, 1, 4.5, 9, 99, 99, 99, 99};
    std::vector<double> y(design.rows(), 1);
    for (std::size_t row = 0; row < y.size(); ++row)
        for (std::size_t i = 0; i < 8; ++i) y[row] *= (std::abs(4 * design.value(row, i) - 2) + a[i]) / (1 + a[i]);
    return y;
}

void saltelli_sample(benchmark::State& state) {
    const InputSpace space = g_inputs();
    for (auto _ : state)
        benchmark::DoNotOptimize(
            sample_design(space, {.base = static_cast<std::size_t>(state.range(0)),
                                  .scramble = state.range(1) == 1 ? Scramble::owen : Scramble::none}));
}
BENCHMARK(saltelli_sample)
    ->ArgNames({"base", "owen"})
    ->Args({16384, 0})
    ->Args({16384, 1})
    ->Unit(benchmark::kMillisecond);

void sobol_indices_with_intervals(benchmark::State& state) {
    const Design design =
        sample_design(g_inputs(), {.base = static_cast<std::size_t>(state.range(0)), .pairs = state.range(2) == 1});
    const std::vector<double> y = g_outcomes(design);
    const SaltelliLayout layout = saltelli_layout(design);
    for (auto _ : state)
        benchmark::DoNotOptimize(
            sobol_indices(layout, y, {.replicates = 100, .threads = static_cast<unsigned>(state.range(1))}));
}
BENCHMARK(sobol_indices_with_intervals)
    ->ArgNames({"base", "threads", "pairs"})
    ->Args({16384, 1, 0})
    ->Args({16384, 2, 0})
    ->Args({65536, 1, 0})
    ->Args({262144, 1, 0})
    ->Args({16384, 1, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void given_data_indices(benchmark::State& state) {
    const Design design =
        sample_design(g_inputs(), {.method = "latin-hypercube", .base = static_cast<std::size_t>(state.range(1))});
    const std::vector<double> y = g_outcomes(design);
    for (auto _ : state) {
        if (state.range(0) == 0)
            benchmark::DoNotOptimize(pawn_indices(design, y, {.threads = 1}));
        else
            benchmark::DoNotOptimize(borgonovo_delta(design, y, {.replicates = 100, .threads = 1}));
    }
}
BENCHMARK(given_data_indices)
    ->ArgNames({"delta", "runs"})
    ->Args({0, 10'000})
    ->Args({0, 160'000})
    ->Args({1, 1'000})
    ->Args({1, 4'000})
    ->Args({1, 16'000})
    ->Unit(benchmark::kMillisecond);

void boxes_of_scenario_discovery(benchmark::State& state) {
    const Design design =
        sample_design(g_inputs(), {.method = "latin-hypercube", .base = static_cast<std::size_t>(state.range(0))});
    std::vector<bool> cases;
    for (const double y : g_outcomes(design)) cases.push_back(y > 1.5);
    for (auto _ : state) benchmark::DoNotOptimize(discover_boxes(design, cases, {.replicates = 0}));
}
BENCHMARK(boxes_of_scenario_discovery)
    ->ArgName("runs")
    ->Arg(10'000)
    ->Arg(40'000)
    ->Arg(160'000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
