// Turns of the spatial model, runs to their end, elections and rounds of the expected utility model. Run:
// cmake --preset bench && cmake --build build/bench --target bargain_bench && build/bench/bargain_bench
//
// Actors with drawn numbers. Peer: KTAB (C++, both cores of the same machine, database and text log off) 3.9 turns a
// second at 40 actors and 1 issue; a public Python program 0.35 s for 10 rounds of 10 actors.

#include "simulate/bargain/bargain_model.hpp"
#include "simulate/bargain/invented_actors_test.hpp"
#include "simulate/bargain/smp_run.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

BargainActors actors_of_state(const benchmark::State& state) {
    return invented_actors(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)), 1);
}

/// Full turns, the search for challenges, elections and bargains, one after the other.
void smp_turns(benchmark::State& state) {
    const BargainActors actors = actors_of_state(state);
    SmpTurn turn(actors.count(), actors.issues.size(), {});
    turn.set_actors(actors.capability, actors.salience);
    std::vector<double> begin, position, next(actors.position.size());
    for (const double one : actors.position) begin.push_back(one / 100);
    position = begin;
    std::int64_t turns = 0;
    for (auto _ : state) {
        turn.look(position);
        turn.bargain(next, {});
        position = ++turns % 20 == 0 ? begin : next;
    }
    state.SetItemsProcessed(turns);
}
BENCHMARK(smp_turns)->Args({10, 1})->Args({11, 2})->Args({26, 1})->Args({40, 1})->Args({60, 1})->Args({160, 1});

/// One scenario after the other to its stop, as an ensemble runs them.
void smp_scenarios(benchmark::State& state) {
    const BargainActors actors = actors_of_state(state);
    const Model model = bargain_model(actors, {"capability_a1", "position_a2_issue1", "salience_a3_issue2"}, {});
    std::vector<double> values(3), results(model.outcomes.size());
    std::uint64_t run = 0;
    double turns = 0;
    for (auto _ : state) {
        const RunDraws draws(1, run++);
        values = {1 + 99 * draws.uniform(9, 0, 0), 100 * draws.uniform(9, 0, 1), 0.4 * draws.uniform(9, 0, 2)};
        model.compute(draws, values, results);
        turns += results[4];
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(run));
    state.counters["turns"] = turns / static_cast<double>(run);
}
BENCHMARK(smp_scenarios)->Args({11, 2});

void bdm_rounds(benchmark::State& state) {
    const BargainActors actors = actors_of_state(state);
    for (auto _ : state)
        benchmark::DoNotOptimize(
            run_bdm(actors, {.variant = BdmVariant::scholz_code, .rounds = 10, .stop_early = false}));
    state.SetItemsProcessed(state.iterations() * 10);
}
BENCHMARK(bdm_rounds)->Args({10, 1})->Args({40, 1})->Args({160, 1});

}  // namespace
}  // namespace tarazy
