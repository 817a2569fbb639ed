// Exact minimisation. Run: cmake --preset bench && cmake --build build/bench && build/bench/compare_bench
//
// The workload of a random crisp table, N cases, n conditions, Y = A*B + ~C*D + E*~F, parsimonious, all minimum models.
// Peer (QCA 3.25.1, CCubes, CPU seconds): n = 10, N = 60: 5.1; n = 12: above 28; n = 15, N = 20: 11.1; refused above 25
// conditions. Targets: 20 x 60 in 0.1 s, 30 x 60 in 1 s, 20 x 200 in 0.5 s. The counters tell the size of the result,
// which depends on the random table: it is our own, from seed 42. `sparse` draws the outcome too (15 x 20, 20 x 20: 0.1
// s and 30 MB with the count of what every model assumes); `dense` minimises half of all rows of a space
// conservatively.
//
// The sweep of a robustness protocol: points of calibration, cut-offs and codings, all three solution types and all
// models each. Peer (QCA 3.25.1, 18 cases x 5 conditions): 1.56 CPU seconds a point. Targets on two cores: 1,000 points
// of that size in 1 s; 100,000 points of 30 cases x 9 conditions in 60 s and 200 MB. The made-up tables of the second
// are harder than a study's: a million different parsimonious models, up to 10,000 in one point (past that a point
// counts as incomplete, see the counter).

#include "base/random.hpp"
#include "compare/minimisation/assumptions.hpp"
#include "compare/minimisation/minimise.hpp"
#include "compare/robustness/sweep.hpp"

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>

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
    Solution solution;
    for (auto _ : state) {
        solution = parsimonious_solution(cases, truth_table(cases));
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

/// The same with an outcome drawn at random: few rows of a wide space, many models of many short terms.
void sparse(benchmark::State& state) {
    Cases cases = random_cases(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    Random random(7, "outcomes of the minimisation benchmark", cases.space.size() * 1000 + cases.size());
    for (double& y : cases.outcome) y = static_cast<double>(random.below(2));
    const TruthTable table = truth_table(cases);
    const Remainders remainders(cases.space, table);
    Solution solution;
    ConfigurationCount most = 0;
    for (auto _ : state) {
        solution = parsimonious_solution(cases, table);
        for (const auto& model : solution.models) most = std::max(most, remainders.count(model));
        benchmark::DoNotOptimize(most);
    }
    state.counters["primes"] = static_cast<double>(solution.prime_implicants.size());
    state.counters["models"] = static_cast<double>(solution.n_models);
    state.counters["complete"] = solution.complete ? 1 : 0;
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    state.counters["peak_MB"] = static_cast<double>(used.ru_maxrss) / 1024;
}
BENCHMARK(sparse)->Args({15, 20})->Args({20, 20})->Args({16, 30})->Args({64, 8})->Unit(benchmark::kMillisecond);

/// Half of all rows of a small space observed: the conservative solution has as many rows to merge as there are.
void dense(benchmark::State& state) {
    const auto conditions = static_cast<std::size_t>(state.range(0));
    Cases cases = random_cases(conditions, std::size_t{1} << (conditions - 1));
    Random random(8, "outcomes of the minimisation benchmark", conditions);
    for (double& y : cases.outcome) y = random.below(4) == 0 ? 0 : 1;
    const TruthTable table = truth_table(cases);
    MinimiseOptions options;
    options.model_limit = 1;  // of such tables there are more than can be listed
    options.work = Work().within(10);
    Solution solution;
    for (auto _ : state) solution = conservative_solution(cases, table, options);
    state.counters["primes"] = static_cast<double>(solution.prime_implicants.size());
}
BENCHMARK(dense)->Arg(8)->Arg(10)->Iterations(1)->Unit(benchmark::kMillisecond);

/// Cases on the scale 0, 0.33, 0.67, 1 whose outcome follows two terms with some noise.
Cases fuzzy_cases(std::size_t conditions, std::size_t count) {
    constexpr double scale[] = {0, 0.33, 0.67, 1};
    Random random(42, "cases of the sweep benchmark", conditions * 1000 + count);
    Cases cases;
    std::vector<Condition> list;
    for (std::size_t c = 0; c < conditions; ++c) list.push_back({"X" + std::to_string(c + 1), 2, false, false});
    cases.space = PropertySpace(list);
    cases.membership.assign(conditions, {});
    for (std::size_t i = 0; i < count; ++i) {
        cases.names.push_back(std::to_string(i + 1));
        for (auto& column : cases.membership) column.push_back(scale[random.below(4)]);
        const auto m = [&](std::size_t c) { return cases.membership[c][i]; };
        const double y = std::max(std::min(m(0), m(1)), std::min(1 - m(2), m(3)));
        cases.outcome.push_back(random.below(8) == 0 ? scale[random.below(4)] : y);
    }
    return cases;
}

/// Every third cell can also be its neighbour on the scale.
std::vector<ContestableCell> contested_cells(const Cases& cases) {
    std::vector<ContestableCell> cells;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        for (std::size_t c = 0; c < cases.space.size(); ++c) {
            if ((i + c) % 3 != 0) continue;
            const double value = cases.membership[c][i];
            const double other = value == 0 ? 0.33 : value == 0.33 ? 0.67 : value == 0.67 ? 1 : 0.67;
            cells.push_back({i, c, value, {other}});
        }
    }
    return cells;
}

void robustness_sweep(benchmark::State& state) {
    const Cases cases = fuzzy_cases(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    const std::vector<ContestableCell> cells = contested_cells(cases);
    SweepOptions options;
    options.points = static_cast<std::uint64_t>(state.range(2));
    options.threads = 2;
    options.recoding_probability = static_cast<double>(state.range(3)) / 100;
    for (std::size_t c = 0; c < cases.space.size(); ++c) {
        options.minimise.expectations.push_back(cases.space.literal(c, 1));
    }
    Sweep result;
    for (auto _ : state) {
        result = sweep(cases, cells, {}, {{0.8, 0.75, 0.85}, {0, 0.5}, {1, 2}}, {}, options);
        benchmark::DoNotOptimize(result.tables);
    }
    state.counters["tables"] = static_cast<double>(result.tables);
    state.counters["parsimonious"] = static_cast<double>(result.solutions[1].distinct_models);
    state.counters["incomplete"] = static_cast<double>(result.solutions[2].incomplete);
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    state.counters["peak_MB"] = static_cast<double>(used.ru_maxrss) / 1024;
}
BENCHMARK(robustness_sweep)
    ->ArgNames({"conditions", "cases", "points", "recoded%"})
    ->Args({5, 18, 1000, 10})
    ->Args({9, 30, 100'000, 10})
    ->Iterations(1)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
