// Exact segmentation and Bai-Perron breaks. Run: cmake --preset bench && cmake --build build/bench &&
// build/bench/changepoints_bench
//
// Normal noise of variance 1 around levels that go up and down, from seed 42: by 2 for segments of 100, by 1 for longer
// ones. Peers, CPU seconds (../shared/design/trace.md, section 3): normal mean, n = 1e6, segments of 100: changepoint
// 2.3 PELT 0.453, fpop 2019.8.26 0.216; five long segments: fpop 0.255. Bai-Perron of the level, h = 0.15, n = 500,
// 1000, 2000: strucchange 1.5.3 0.455, 2.735, 11.5.

#include "base/random.hpp"
#include "stats/normal.hpp"
#include "trace/breaks/bai_perron.hpp"
#include "trace/breaks/optimal_partition.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

std::vector<double> stepping_series(std::size_t n, std::size_t segment) {
    Random random(42, "series of the changepoint benchmark", n + segment);
    std::vector<double> y(n);
    for (std::size_t i = 0; i < n; ++i) {
        const double step = segment <= 1000 ? 2 : 1;
        y[i] = normal_quantile(random.uniform()) + (i / segment % 2 == 0 ? 0 : step);
    }
    return y;
}

void segmentation(benchmark::State& state, ChangeStatistic statistic, std::size_t n, std::size_t segment,
                  const char* name) {
    const std::vector<double> y = stepping_series(n, segment);
    const Penalty penalty = penalty_named(name, statistic, n);
    Segmentation found;
    for (auto _ : state) {
        const SegmentCost cost(y, statistic);
        found = optimal_partition(cost, partition_options(penalty, usual_least_segment(statistic)));
    }
    state.counters["changes"] = static_cast<double>(found.changes.size());
    state.counters["costs_per_observation"] = static_cast<double>(found.evaluations) / static_cast<double>(n);
}

void mean_bic(benchmark::State& state) {
    segmentation(state, ChangeStatistic::mean, static_cast<std::size_t>(state.range(0)),
                 static_cast<std::size_t>(state.range(1)), "bic");
}
void mean_mbic(benchmark::State& state) {
    segmentation(state, ChangeStatistic::mean, static_cast<std::size_t>(state.range(0)),
                 static_cast<std::size_t>(state.range(1)), "mbic");
}
void mean_variance_bic(benchmark::State& state) {
    segmentation(state, ChangeStatistic::mean_variance, static_cast<std::size_t>(state.range(0)),
                 static_cast<std::size_t>(state.range(1)), "bic");
}

void bai_perron_level(benchmark::State& state) {
    const auto n = static_cast<std::size_t>(state.range(0));
    const std::vector<double> y = stepping_series(n, n / 4);
    BaiPerronOptions options;
    options.least_segment = least_segment_of(0.15, n, false);
    std::size_t breaks = 0;
    for (auto _ : state) breaks = bai_perron(y, {}, options).chosen;
    state.counters["breaks"] = static_cast<double>(breaks);
}

void lengths(benchmark::internal::Benchmark* benchmark) {
    benchmark->ArgNames({"n", "segment"})->Unit(benchmark::kMillisecond);
    for (const std::int64_t n : {62'500, 250'000, 1'000'000}) benchmark->Args({n, 100})->Args({n, n / 5});
}
BENCHMARK(mean_bic)->Apply(lengths);
BENCHMARK(mean_mbic)->Apply(lengths);
BENCHMARK(mean_variance_bic)
    ->ArgNames({"n", "segment"})
    ->Args({6'250, 100})
    ->Args({25'000, 100})
    ->Args({100'000, 100})
    ->Args({2'500, 500})
    ->Args({10'000, 2'000})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(bai_perron_level)->ArgName("n")->Arg(500)->Arg(2'000)->Arg(8'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
