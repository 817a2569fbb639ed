// Exact minimisation. Run: cmake --preset bench && cmake --build build/bench && build/bench/compare_bench
//
// The workload of a random crisp table, N cases, n conditions, Y = A*B + ~C*D + E*~F, parsimonious, all minimum models.
// Peer (QCA 3.25.1, CCubes, CPU seconds): n = 10, N = 60: 5.1; n = 12: above 28; n = 15, N = 20: 11.1; refused above 25
// conditions. Targets: 20 x 60 in 0.1 s, 30 x 60 in 1 s, 20 x 200 in 0.5 s. The counters tell the size of the result,
// which depends on the random table: it is our own, from seed 42.

#include "base/random.hpp"
#include "compare/minimise.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

Cases random_cases(std::size_t conditions, std::size_t count) {
    Random random(42, "cases of the minimisation benchmark", conditions * 1000 + count);
    Cases cases;
    std::vector<Condition> list;
    for (std::size_t c = 0; c < conditions; ++c) list.push_back({"X" + std::to_string(c + 1), 2, false, false});
    cases.space = PropertySpace(list);
    cases.membership.assign(conditions, std::vector<double>(count));
    cases.outcome_name = "Y";
    for (std::size_t i = 0; i < count; ++i) {
        cases.names.push_back(std::to_string(i + 1));
        for (std::size_t c = 0; c < conditions; ++c) cases.membership[c][i] = static_cast<double>(random.below(2));
        const auto has = [&](std::size_t c) { return cases.membership[c][i] == 1; };
        cases.outcome.push_back((has(0) && has(1)) || (!has(2) && has(3)) || (has(4) && !has(5)) ? 1 : 0);
    }
    return cases;
}

void parsimonious(benchmark::State& state) {
    const Cases cases =
        random_cases(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    MinimiseOptions options;
    options.row_limit = 0;
    Solution solution;
    for (auto _ : state) {
        solution = parsimonious_solution(cases, truth_table(cases), options);
        benchmark::DoNotOptimize(solution.n_models);
    }
    state.counters["primes"] = static_cast<double>(solution.prime_implicants.size());
    state.counters["models"] = static_cast<double>(solution.n_models);
    state.counters["complete"] = solution.complete ? 1 : 0;
}
BENCHMARK(parsimonious)
    ->Args({6, 40})
    ->Args({10, 60})
    ->Args({15, 60})
    ->Args({20, 20})
    ->Args({20, 60})
    ->Args({24, 60})
    ->Args({30, 60})
    ->Args({20, 200})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
