// The alignment model's choice and likelihood. Run: cmake --preset bench && cmake --build build/bench --target
// hedge_bench && build/bench/hedge_bench
//
// The choice by its definition, one exponential for each profile of the grid, stands beside that by convolution.

#include "simulate/hedge/hedge_data.hpp"
#include "simulate/hedge/invented_panel_test.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <vector>

namespace tarazy {
namespace {

ProfileUtility four_shares() {
    ProfileUtility utility;
    utility.shares = 4;
    utility.linear = {30, 20, 10, 5};
    utility.quadratic = {60, 60, 60, 40};
    return utility;
}

void choice_by_convolution(benchmark::State& state) {
    const ProfileUtility utility = four_shares();
    for (auto _ : state) benchmark::DoNotOptimize(choose_profile(utility));
}
BENCHMARK(choice_by_convolution);

void choice_by_definition(benchmark::State& state) {
    const ProfileUtility utility = four_shares();
    std::vector<std::array<double, 4>> grid;
    for (int i = 0; i <= 20; ++i)
        for (int j = 0; i + j <= 20; ++j)
            for (int k = 0; i + j + k <= 20; ++k)
                grid.push_back({i / 20.0, j / 20.0, k / 20.0, (20 - i - j - k) / 20.0});
    for (auto _ : state) {
        double whole = 0;
        std::array<double, 4> expected = {};
        for (const auto& a : grid) {
            double u = 0;
            for (std::size_t j = 0; j < 4; ++j) u += a[j] * (utility.linear[j] - 0.5 * utility.quadratic[j] * a[j]);
            const double weight = std::exp(u - 20);
            whole += weight;
            for (std::size_t j = 0; j < 4; ++j) expected[j] += weight * a[j];
        }
        for (double& share : expected) share /= whole;
        benchmark::DoNotOptimize(expected);
    }
}
BENCHMARK(choice_by_definition);

/// 28 years of so many states, three poles and autonomy; argument 2: with neighbours.
void likelihood(benchmark::State& state) {
    HedgePanel panel =
        testing_hedge::panel_of(testing_hedge::invented_panel(static_cast<std::size_t>(state.range(0)), 28));
    add_all_as_neighbours(panel);
    const HedgeData data = hedge_data(panel, testing_hedge::invented_free(), 9999);
    HedgeCoefficients b = testing_hedge::invented_truth();
    b[HedgeTerm::neighbours] = state.range(1) == 1 ? 1 : 0;
    for (auto _ : state) benchmark::DoNotOptimize(hedge_log_likelihood(data, b));
}
BENCHMARK(likelihood)
    ->ArgNames({"states", "neighbours"})
    ->Args({2, 0})
    ->Args({8, 0})
    ->Args({32, 0})
    ->Args({8, 1})
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace tarazy
