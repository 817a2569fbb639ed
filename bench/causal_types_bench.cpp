// Queries of causal models by nodal types. Run: cmake --preset bench && cmake --build build/bench &&
// build/bench/causal_types_bench
//
// "Did X make Y, where both and M happened?" Peer (CausalQueries 1.4.5): the parameter matrix of 2,048 causal types
// alone takes 0.37 s and 4.6 MB; an update of X -> M -> Y by 200 cases with 4 x 2,000 draws 9.2 s.

#include "trace/causal_types/causal_answers.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

const std::string three_parents = "X -> M -> Y; X -> Y; Z -> Y";  // 2 * 2 * 4 * 256 = 4,096 causal types

void query_of(benchmark::State& state, const std::string& text) {
    const CausalModel model = parse_causal_model(text);
    const TypeShares shares = flat_shares(model);
    double value = 0;
    for (auto _ : state) {
        const CompiledQuery query(model, parse_causal_query("Y[X=1] > Y[X=0]", "X==1 & Y==1 & M==1", model.names()));
        value = query.evaluate(model, shares).value().value_or(-1);
    }
    state.counters["causal_types"] = model.causal_types();
    state.counters["value"] = value;
}

void update_of_cases(benchmark::State& state) {
    const CausalModel model = parse_causal_model("X -> M -> Y");
    const auto each = static_cast<std::size_t>(state.range(0)) / 4;
    CausalData data;
    data.patterns = {{{1, 1, 1}, each}, {{0, 0, 0}, each}, {{1, -1, 1}, each}, {{0, 1, 0}, each}};
    TypeWeights prior;
    for (const CausalTypeSet& set : model.sets) prior.emplace_back(set.types, 1.0);
    std::vector<CompiledQuery> queries;
    queries.emplace_back(model, parse_causal_query("Y[X=1] > Y[X=0]", "X==1 & Y==1", model.names()));
    CausalPosteriorOptions options;
    options.draws = 8000;
    options.threads = 1;
    for (auto _ : state) benchmark::DoNotOptimize(posterior_answers(model, prior, data, queries, options));
}

BENCHMARK_CAPTURE(query_of, types_128, "X -> M -> Y; X -> Y")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(query_of, types_2048, "X -> M -> Z -> W -> Y; X -> Y")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(query_of, types_4096, three_parents)->Unit(benchmark::kMicrosecond);

BENCHMARK_CAPTURE(query_of, types_16777216, "A -> M; X -> M; M -> Y; X -> Y; A -> Y; B -> Y; B -> X")
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(update_of_cases)->Arg(200)->Arg(800)->Arg(3200)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy

BENCHMARK_MAIN();
