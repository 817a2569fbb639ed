// Synthetic control. Run: cmake --preset bench && cmake --build build/bench && build/bench/synth_bench
//
// Peer: R Synth 1.1-8 on the Basque data (17 regions, 14 predictors), nested search for predictor weights: 10.7 CPU
// seconds, mean square of the gap 1960-1969 0.008865. kernlab's ipop fails on 25 of 39 placebo units of the smoking
// data (outcome only) and on 2 of 17 here. The counters tell the loss reached and how many placebos were certified.
// `fit` and `placebos` take random panels of N donors and T periods before the treatment: growth of time.

#include "base/random.hpp"
#include "io/read_table.hpp"
#include "trace/counterfactual/conformal.hpp"
#include "trace/counterfactual/placebos.hpp"
#include "trace/counterfactual/prediction_intervals.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

const char* const folder = "src/trace/testdata/";  // from the top of the checkout

DonorPanelOptions basque_options() {
    DonorPanelOptions options;
    options.treated = "Basque Country";
    options.from = 1970;
    options.outcome = "gdpcap";
    return options;
}

DonorPanel basque_panel() {
    return read_donor_panel(read_table(std::string(folder) + "basque_gdp.csv"), basque_options());
}

DonorPanel random_panel(std::size_t donors, std::size_t pre) {
    Random random(42, "panels of the benchmark of synthetic controls", donors * 100'000 + pre);
    DonorPanel panel;
    panel.treated = "treated";
    panel.pre = pre;
    for (std::size_t t = 0; t < pre + pre / 2 + 1; ++t) panel.times.push_back(static_cast<std::int64_t>(t));
    const auto walk = [&] {
        std::vector<double> values;
        double at = 10 * random.uniform();
        for (std::size_t t = 0; t < panel.times.size(); ++t) values.push_back(at += random.uniform() - 0.45);
        return values;
    };
    panel.actual = walk();
    for (std::size_t j = 0; j < donors; ++j) {
        panel.donors.push_back("donor " + std::to_string(j));
        panel.outcomes.push_back(walk());
    }
    return panel;
}

void basque_nested(benchmark::State& state) {
    const DonorPanel panel = basque_panel();
    const Table predictors = read_table(std::string(folder) + "basque_predictors.csv");
    ControlOptions options;
    options.weighting = PredictorWeighting::nested;
    options.predictors = read_predictors(&predictors, panel, basque_options(), {});
    options.judged = {1960, 1969};
    ControlFit fit;
    for (auto _ : state) benchmark::DoNotOptimize(fit = synthetic_control(panel, options));
    state.counters["mean_square"] = fit.judged_loss;
    state.counters["least_possible"] = fit.least_judged_loss;
}
BENCHMARK(basque_nested)->Unit(benchmark::kMillisecond);

void basque_placebos(benchmark::State& state) {
    const DonorPanel panel = basque_panel();
    PlaceboOptions options;
    options.threads = 1;
    SpacePlacebos found;
    for (auto _ : state) benchmark::DoNotOptimize(found = placebos_in_space(panel, options));
    double certified = 0;
    for (const SpacePlacebo& unit : found.units) certified += unit.control.fit.certified ? 1 : 0;
    state.counters["certified"] = certified;
    state.counters["units"] = static_cast<double>(found.units.size());
}
BENCHMARK(basque_placebos)->Unit(benchmark::kMillisecond);

void basque_intervals(benchmark::State& state) {
    const DonorPanel panel = basque_panel();
    const ControlFit fit = synthetic_control(panel);
    PredictionOptions options;
    options.threads = 1;
    for (auto _ : state) benchmark::DoNotOptimize(prediction_intervals(panel, fit, options));
}
BENCHMARK(basque_intervals)->Unit(benchmark::kMillisecond);

void basque_conformal(benchmark::State& state) {
    const DonorPanel panel = basque_panel();
    ConformalOptions options;
    options.threads = 1;
    for (auto _ : state) benchmark::DoNotOptimize(conformal_test(panel, options));
}
BENCHMARK(basque_conformal)->Unit(benchmark::kMillisecond);

void fit(benchmark::State& state) {
    const DonorPanel panel =
        random_panel(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    ControlFit found;
    for (auto _ : state) benchmark::DoNotOptimize(found = synthetic_control(panel));
    state.counters["kkt"] = found.fit.kkt_relative;
    state.counters["unique"] = found.fit.unique ? 1 : 0;
}
BENCHMARK(fit)
    ->Args({16, 15})
    ->Args({64, 60})
    ->Args({256, 240})
    ->Args({256, 15})
    ->Args({38, 19})
    ->Unit(benchmark::kMillisecond);

void placebos(benchmark::State& state) {
    const DonorPanel panel =
        random_panel(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    PlaceboOptions options;
    options.threads = 1;
    options.control.ranges = false;
    SpacePlacebos found;
    for (auto _ : state) benchmark::DoNotOptimize(found = placebos_in_space(panel, options));
    double certified = 0;
    for (const SpacePlacebo& unit : found.units) certified += unit.control.fit.certified ? 1 : 0;
    state.counters["failed"] = static_cast<double>(found.units.size()) - certified;
}
BENCHMARK(placebos)->Args({16, 15})->Args({64, 15})->Args({256, 15})->Args({38, 19})->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
