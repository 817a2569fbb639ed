// Ideal points. Run: cmake --preset bench && cmake --build build/bench && build/bench/ideal_points_bench
//
// Peers on the same machine class: emIRT 0.0.14 dynIRT (binary, no bridging), sessions 46-74: 2.7 CPU-s, intervals not
// usable by its manual; MCMCpack MCMCdynamicIRT1d, sessions 55-65: 2.6 CPU-s an iteration.

#include "align/ideal_points/ideal_point_draws.hpp"
#include "align/ideal_points/ideal_point_mode.hpp"
#include "align/ideal_points/ideal_point_sampler.hpp"
#include "align/ideal_points/simulated_panel_test.hpp"
#include "align/votes/roll_call_choice.hpp"
#include "io/read_table.hpp"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <numeric>

namespace tarazy {
namespace {

const std::string data = TARAZY_SHARED_DIR "/data/alignment/";

bool have_data(benchmark::State& state) {
    if (std::filesystem::exists(data + "un_votes.csv.gz")) return true;
    state.SkipWithError("the UN votes are not beside this checkout");
    return false;
}

VotePanel general_assembly(int first, int last) {
    const std::vector<Table> votes = {read_table(data + "un_votes.csv.gz")};
    const std::vector<Table> rolls = {read_table(data + "un_roll_calls.csv.gz")};
    std::vector<int> sessions(static_cast<std::size_t>(last - first + 1));
    std::iota(sessions.begin(), sessions.end(), first);
    PanelOptions options;
    options.left_out = roll_calls_left_out(rolls, {.issue = "", .final_passage = true, .final_passage_from = 45});
    options.same_text = roll_call_pairs(read_table(data + "bsv_bridge_matches.csv.gz"));
    return vote_panel(load_votes(votes, rolls, {sessions}), options);
}

void mode(benchmark::State& state) {
    if (!have_data(state)) return;
    const VotePanel panel = general_assembly(static_cast<int>(state.range(0)), 74);
    ModeOptions options;
    options.threads = static_cast<unsigned>(state.range(1));
    options.estimate_omega2 = true;  // as the program does
    for (auto _ : state)
        benchmark::DoNotOptimize(posterior_mode(panel, spectral_start(panel, options.priors), options));
    state.counters["votes"] = static_cast<double>(panel.votes());
}
BENCHMARK(mode)
    ->ArgNames({"from_session", "threads"})
    ->Args({46, 1})
    ->Args({46, 2})
    ->Args({1, 1})
    ->Args({1, 2})
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void a_thousand_joint_draws_at_the_mode(benchmark::State& state) {
    if (!have_data(state)) return;
    const VotePanel panel = general_assembly(static_cast<int>(state.range(0)), 74);
    const IdealPointPriors priors;
    const IdealPointMode mode = posterior_mode(panel, spectral_start(panel, priors), {});
    for (auto _ : state) benchmark::DoNotOptimize(laplace_draws(panel, mode.parameters, priors, {1000, 1, 2, 365, 0}));
}
BENCHMARK(a_thousand_joint_draws_at_the_mode)
    ->ArgName("from_session")
    ->Arg(46)
    ->Arg(1)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void gradient(benchmark::State& state) {
    const SimulatedVotes simulated = simulated_votes(1, {190, 10, 70, 10}, contested_priors());
    const VotePanel panel = vote_panel(simulated.votes);
    std::vector<double> items(3 * panel.items.size(), 0.3), theta_gradient(simulated.truth.theta.size()),
        item_gradient(items.size());
    double omega = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(
            log_posterior(panel, {}, -1.5, simulated.truth.theta, items, theta_gradient, item_gradient, omega));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(panel.votes()));
}
BENCHMARK(gradient)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
