// Quadratic assignment. Run: cmake --preset bench && cmake --build build/bench && build/bench/qap_bench
//
// Random symmetric relations between N nodes, 1,000 permutations, seed 42. Peers on 195 nodes, as measured when the
// program was planned (CPU time): sna 2.7-1 qaptest 4.7 s; netlm with three predictors 169 s.

#include "base/random.hpp"
#include "network/quadratic_assignment/qap.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

RelationMatrices bench_relations(std::size_t nodes, std::size_t predictors, bool directed) {
    Random random(42, "relations of the benchmark", nodes);
    RelationMatrices matrices{{}, {}, directed};
    for (std::size_t i = 0; i < nodes; ++i) matrices.nodes.push_back("n" + std::to_string(100'000 + i));
    for (std::size_t k = 0; k <= predictors; ++k) {
        RelationMatrix relation{"x" + std::to_string(k), std::vector<double>(nodes * nodes)};
        for (std::size_t i = 0; i < nodes; ++i) {
            for (std::size_t j = directed ? 0 : i + 1; j < nodes; ++j) {
                if (i == j) continue;
                relation.cells[i * nodes + j] = random.uniform();
                if (!directed) relation.cells[j * nodes + i] = relation.cells[i * nodes + j];
            }
        }
        matrices.relations.push_back(std::move(relation));
    }
    return matrices;
}

void qap_correlations(benchmark::State& state) {
    const RelationMatrices matrices = bench_relations(static_cast<std::size_t>(state.range(0)), 1, state.range(2) == 1);
    for (auto _ : state)
        benchmark::DoNotOptimize(
            qap_correlation(matrices, {.draws = 1000, .threads = static_cast<unsigned>(state.range(1))}));
}
BENCHMARK(qap_correlations)
    ->ArgNames({"nodes", "threads", "directed"})
    ->Args({195, 1, 0})
    ->Args({195, 2, 0})
    ->Args({195, 2, 1})
    ->Args({390, 2, 0})
    ->Args({780, 2, 0})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void regressions_with_three_predictors(benchmark::State& state) {
    const RelationMatrices matrices = bench_relations(static_cast<std::size_t>(state.range(0)), 3, state.range(2) == 1);
    for (auto _ : state)
        benchmark::DoNotOptimize(mrqap(matrices, MrqapMethod::double_semi_partialling,
                                       {.draws = 1000, .threads = static_cast<unsigned>(state.range(1))}));
}
BENCHMARK(regressions_with_three_predictors)
    ->ArgNames({"nodes", "threads", "directed"})
    ->Args({195, 1, 0})
    ->Args({195, 2, 0})
    ->Args({195, 2, 1})
    ->Args({390, 2, 0})
    ->Args({780, 2, 0})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace tarazy
