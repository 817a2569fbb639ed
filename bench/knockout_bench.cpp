// Knock-outs and Shapley values. Run: cmake --preset bench && cmake --build build/bench && build/bench/knockout_bench
//
// Random networks from seed 42: 20 states, 38 institutions, 18 functions is the size of the study; every pair of
// institutions is removed, three poles, one chosen state. A year is one call: 70 years are 70 times as much. The larger
// sizes have 4 and 16 times as many pairs. No peer offers this.

#include "base/random.hpp"
#include "network/functions/function_shapley.hpp"
#include "network/functions/functions_example_test.hpp"
#include "network/functions/knockout.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

using functions_example::random_carried;

Blocs three_poles(std::size_t states) {
    Blocs blocs{{"a", "b", "c"}, std::vector<std::uint32_t>(states, Blocs::none)};
    for (std::uint32_t pole = 0; pole < 3; ++pole) blocs.bloc[pole] = pole;
    return blocs;
}

void all_pairs(benchmark::State& state) {
    const auto states = static_cast<std::size_t>(state.range(0)),
               institutions = static_cast<std::size_t>(state.range(1));
    const CarriedFunctions carried = random_carried(42, states, institutions, 18, 0.05, false);
    const Blocs blocs = three_poles(states);
    KnockoutQuestion question;
    question.states = {5};
    question.pairs = true;
    question.blocs = &blocs;
    std::size_t effects = 0;
    for (auto _ : state) effects = knock_out(carried, question).size();
    state.counters["sets"] = static_cast<double>(effects);
}
BENCHMARK(all_pairs)->Args({20, 38})->Args({20, 76})->Args({20, 152})->Args({195, 309})->Unit(benchmark::kMillisecond);

void shapley_exact(benchmark::State& state) {
    const bool weighted = state.range(2) != 0;
    const CarriedFunctions carried = random_carried(42, static_cast<std::size_t>(state.range(0)),
                                                    static_cast<std::size_t>(state.range(1)), 18, 0.05, weighted);
    FunctionGame game;
    game.states = functions_example::all_places(carried.states.size());
    for (auto _ : state) benchmark::DoNotOptimize(function_shapley(carried, game));
}
BENCHMARK(shapley_exact)->Args({20, 38, 0})->Args({195, 309, 0})->Args({20, 38, 1})->Unit(benchmark::kMillisecond);

void shapley_sampled(benchmark::State& state) {
    const CarriedFunctions carried = random_carried(42, 20, 38, 18, 0, true);
    FunctionGame game;
    game.states = functions_example::all_places(20);
    game.draws = static_cast<std::size_t>(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(function_shapley(carried, game));
}
BENCHMARK(shapley_sampled)->Arg(1000)->Arg(4000)->Arg(16'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
