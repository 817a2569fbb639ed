// Coincidence analysis of one effect. Run: cmake --preset bench && cmake --build build/bench && build/bench/cna_bench
//
// Random crisp tables, N cases, n factors besides the effect, Y = A*B + ~C*D + E*~F, con = cov = 1, maxstep 3,4,10.
// Peer (cna 4.0.0, CPU seconds, 261 MB): 6 x 40: 0.06; 10 x 60: 0.07; 12 x 60: 0.19; 15 x 60: 0.59. The tables are our
// own, from seed 42; the counters tell the size of the result. The second family asks for con = cov = 0.8, where the
// search can lean on no case that must be covered (peer: 3.1 s at 10 factors, 5.6 s at 12, no end at 14).

#include "base/random.hpp"
#include "compare/coincidence/atomic_formulas.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

Coincidences random_factors(std::size_t factors, std::size_t cases) {
    Random random(42, "cases of the coincidence benchmark", factors * 1000 + cases);
    Coincidences data;
    std::vector<Condition> list;
    for (std::size_t f = 0; f < factors; ++f) list.push_back({"X" + std::to_string(f + 1)});
    list.push_back({"Y"});
    data.space = PropertySpace(list);
    data.membership.assign(factors + 1, std::vector<double>(cases));
    for (std::size_t i = 0; i < cases; ++i) {
        data.names.push_back(std::to_string(i + 1));
        for (std::size_t f = 0; f < factors; ++f) data.membership[f][i] = static_cast<double>(random.below(2));
        const auto has = [&](std::size_t f) { return data.membership[f][i] == 1; };
        data.membership[factors][i] = (has(0) && has(1)) || (!has(2) && has(3)) || (has(4) && !has(5)) ? 1 : 0;
    }
    return data;
}

void models_of_one_effect(benchmark::State& state) {
    const auto factors = static_cast<std::size_t>(state.range(0));
    const Coincidences data = random_factors(factors, static_cast<std::size_t>(state.range(1)));
    CoincidenceOptions options;
    options.consistency = options.coverage = static_cast<double>(state.range(2)) / 100;
    std::size_t conditions = 0, formulas = 0;
    bool complete = true;
    for (auto _ : state) {
        const auto sufficient = minimally_sufficient(data, {factors, 1}, options);
        const AtomicFormulas found = atomic_formulas(data, {factors, 1}, sufficient, options);
        conditions = sufficient.size();
        formulas = found.formulas.size();
        complete = found.complete;
    }
    state.counters["msc"] = static_cast<double>(conditions);
    state.counters["asf"] = static_cast<double>(formulas);
    state.counters["complete"] = complete ? 1 : 0;
}
BENCHMARK(models_of_one_effect)
    ->ArgNames({"factors", "cases", "con"})
    ->Args({6, 40, 100})
    ->Args({10, 60, 100})
    ->Args({12, 60, 100})
    ->Args({15, 60, 100})
    ->Args({10, 60, 80})
    ->Args({12, 60, 80})
    ->Args({14, 60, 80})
    ->Args({16, 60, 80})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
