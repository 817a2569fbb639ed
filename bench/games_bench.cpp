// Quantal response equilibria of small games. Run: cmake --preset bench && cmake --build build/bench --target
// games_bench && build/bench/games_bench
//
// Peer on the whole branch of the assurance game (20 moves): gambit-logit 17.0.0-alpha.2 0.75 s wall, 0.27 s CPU.

#include "simulate/games/assurance_quantities.hpp"
#include "simulate/games/assurance_statics.hpp"
#include "simulate/games/logit_branch.hpp"
#include "simulate/games/nfg_file.hpp"
#include "simulate/games/pure_equilibria.hpp"

#include <benchmark/benchmark.h>

#include <cmath>

namespace tarazy {
namespace {

void branch_to_its_limit(benchmark::State& state) {
    const GameValues game(assurance_tree({.p = 0.3}));
    std::size_t steps = 0;
    for (auto _ : state) steps = trace_logit_branch(game, {.to_limit = true}).steps;
    state.counters["steps"] = static_cast<double>(steps);
}
BENCHMARK(branch_to_its_limit)->Unit(benchmark::kMillisecond);

void branch_to_lambda(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(solve_assurance({.p = 0.3}, {static_cast<double>(state.range(0))}));
}
BENCHMARK(branch_to_lambda)->Arg(1)->Arg(4)->Arg(16)->Arg(438)->Unit(benchmark::kMillisecond);

void thresholds_over_p(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(threshold_positions({{}, {}, {4}}, {.threads = 1}));
}
BENCHMARK(thresholds_over_p)->Unit(benchmark::kMillisecond);

/// A game of two players with that many strategies each, payoffs without a pattern.
StrategicGame strategic_game(std::size_t strategies) {
    StrategicGame game;
    game.players = {"A", "B"};
    for (std::size_t player = 0; player < 2; ++player) {
        std::vector<std::string>& names = game.strategies.emplace_back();
        for (std::size_t s = 0; s < strategies; ++s) names.push_back(std::to_string(s + 1));
    }
    for (std::size_t i = 0; i < strategies * strategies; ++i) {
        const double x = static_cast<double>(i);
        game.payoffs.push_back({game_number(std::sin(1 + 3 * x)), game_number(std::sin(2 + 5 * x))});
    }
    return game;
}

void branch_of_a_strategic_game(benchmark::State& state) {
    const GameValues game(tree_of(strategic_game(static_cast<std::size_t>(state.range(0)))));
    for (auto _ : state) benchmark::DoNotOptimize(trace_logit_branch(game, {.lambdas = {10}}));
}
BENCHMARK(branch_of_a_strategic_game)->Arg(5)->Arg(20)->Arg(50)->Unit(benchmark::kMillisecond);

void pure_equilibria_of_the_assurance_game(benchmark::State& state) {
    const ExtensiveGame game = assurance_tree({});
    for (auto _ : state) benchmark::DoNotOptimize(pure_equilibria(game));
}
BENCHMARK(pure_equilibria_of_the_assurance_game)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
