// Rival explanations weighed with 10,000 draws, exact bounds and tornado. Run: cmake --preset bench &&
// cmake --build build/bench && build/bench/evidence_bench

#include "trace/evidence/evidence_results.hpp"

#include "trace/evidence/rival_sets_test.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

void weigh_all(benchmark::State& state) {
    const RivalExplanations rivals = testing_rivals::random_rivals(1, static_cast<std::size_t>(state.range(0)),
                                                                   static_cast<std::size_t>(state.range(1)));
    RangeDrawOptions options;
    options.threads = 1;
    options.shape = state.range(2) == 1 ? RangeShape::pert : RangeShape::uniform;
    for (auto _ : state) benchmark::DoNotOptimize(weigh_evidence(rivals, options));
}
BENCHMARK(weigh_all)
    ->Args({3, 20, 0})
    ->Args({3, 80, 0})
    ->Args({3, 320, 0})
    ->Args({3, 20, 1})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy

BENCHMARK_MAIN();
