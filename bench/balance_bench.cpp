// What the weights of the domains do to a balance. Run: cmake --preset bench && cmake --build build/bench --target
// balance_bench && build/bench/balance_bench
//
// Medians found near a guess stand beside those by selection.

#include "align/balance/weight_sensitivity.hpp"
#include "base/random.hpp"
#include "stats/near_median.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <string>
#include <vector>

namespace tarazy {
namespace {

/// So many domains with three poles and 1,000 joint draws; scattered by `spread` (0: all draws are tied).
std::vector<CompositionDraws> domains_of(std::size_t count, double spread) {
    std::vector<CompositionDraws> domains;
    for (std::size_t m = 0; m < count; ++m) {
        Random random(1, "domain of a benchmark", m);
        std::vector<double> closeness;
        for (int draw = 0; draw < 1000; ++draw)
            for (const double pole : {1.0, 1.0 + static_cast<double>(m) / 2, 2.0})
                closeness.push_back(pole * std::exp(spread * random.uniform()));
        domains.push_back(*composition_draws(closeness, 3));
    }
    return domains;
}

/// One state in one year, under 2,000 sets of weights. Arguments: domains, spread of the draws in hundredths.
void weights_of_a_year(benchmark::State& state) {
    const auto count = static_cast<std::size_t>(state.range(0));
    const std::vector<CompositionDraws> domains = domains_of(count, static_cast<double>(state.range(1)) / 100);
    std::vector<std::string> names;
    for (std::size_t m = 0; m < count; ++m) names.push_back("domain " + std::to_string(m));
    const std::vector<double> weights = weight_draws(names, 2000, 1);
    for (auto _ : state) benchmark::DoNotOptimize(weight_sensitivity(domains, weights, 0));
}
BENCHMARK(weights_of_a_year)->ArgsProduct({{2, 5}, {0, 20, 300}})->Unit(benchmark::kMillisecond);

/// 101 values whose middle is about known.
void median(benchmark::State& state) {
    const bool near = state.range(0) == 1;
    Random random(2, "values of a benchmark", 0);
    std::vector<double> values(101);
    NearMedian medians;
    for (auto _ : state) {
        for (double& value : values) value = random.uniform();
        benchmark::DoNotOptimize(near ? medians.of(values, 0.5) : NearMedian::in_place(values));
    }
}
BENCHMARK(median)->ArgName("near")->Arg(0)->Arg(1);

}  // namespace
}  // namespace tarazy
