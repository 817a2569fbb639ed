// Scores of draws and hindcasts. Run: cmake --preset bench && cmake --build build/bench --target forecast_bench &&
// build/bench/forecast_bench

#include "base/random.hpp"
#include "simulate/forecast/draw_scores.hpp"
#include "simulate/forecast/hindcast_table.hpp"
#include "simulate/forecast/naive_forecasters.hpp"
#include "stats/gamma_draws.hpp"

#include <benchmark/benchmark.h>

#include <cmath>

namespace tarazy {
namespace {

std::vector<double> normals(std::size_t count) {
    Random random(1, "bench", 0);
    std::vector<double> draws;
    for (std::size_t i = 0; i < count; ++i) draws.push_back(normal_draw(random));
    return draws;
}

void crps_of_draws(benchmark::State& state) {
    const std::vector<double> draws = normals(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(crps(draws, 0.3));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(crps_of_draws)->Arg(100)->Arg(1000)->Arg(10'000)->Arg(100'000);

void energy_of_four_shares(benchmark::State& state) {
    const std::vector<double> draws = normals(4 * static_cast<std::size_t>(state.range(0)));
    const std::vector<double> outcome = {0.1, 0.2, 0.3, 0.4};
    for (auto _ : state) benchmark::DoNotOptimize(energy_score(draws, outcome));
}
BENCHMARK(energy_of_four_shares)->Arg(100)->Arg(1000)->Unit(benchmark::kMicrosecond);

/// Shares of four parts over 31 years.
YearPanel share_panel(std::size_t states) {
    YearPanel panel{{}, {"a", "b", "c", "d"}, 1994, 31, {}};
    Random random(2, "bench", 0);
    for (std::size_t state = 0; state < states; ++state) {
        panel.states.push_back(std::to_string(state));
        double level[3] = {0, 0, 0};
        for (std::size_t t = 0; t < panel.years; ++t) {
            double sum = 1;
            for (double& l : level) sum += std::exp(l += 0.1 * normal_draw(random));
            for (const double l : level) panel.values.push_back(std::exp(l) / sum);
            panel.values.push_back(1 / sum);
        }
    }
    return panel;
}

void hindcast_of_states(benchmark::State& state) {
    const YearPanel panel = share_panel(static_cast<std::size_t>(state.range(0)));
    const ValueScale shares{.kind = ValueScale::Kind::shares};
    const std::vector<Forecaster> naive = naive_forecasters({.scale = shares});
    for (auto _ : state) {
        const Hindcast result = hindcast(panel, naive, {.scale = shares, .threads = 1});
        benchmark::DoNotOptimize(forecast_skills(result, {.threads = 1}));
    }
}
BENCHMARK(hindcast_of_states)->Arg(1)->Arg(5)->Arg(15)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
