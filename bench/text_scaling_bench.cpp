// Scaling and topics. Run: cmake --preset bench && cmake --build build/bench && build/bench/text_scaling_bench
//
// Counts drawn from a Poisson model of N documents and W words, seed 42. Peers as measured when the program was planned
// (CPU time): quanteda.textmodels 0.9.10 textmodel_wordfish 193 x 1,922 3.8 s, without reaching the optimum; seededlda
// 9.6 million draws a second with 20 topics.

#include "base/random.hpp"
#include "text/scaling/wordfish.hpp"
#include "text/topics/topic_chain.hpp"

#include <benchmark/benchmark.h>

#include <cmath>

namespace tarazy {
namespace {

DocumentFeatureMatrix bench_counts(std::size_t documents, std::size_t words) {
    Random random(42, "counts of the benchmark", documents * words);
    DocumentFeatureMatrix matrix;
    std::vector<double> psi(words), beta(words);
    for (std::size_t j = 0; j < words; ++j) {
        matrix.features.push_back("w" + std::to_string(1'000'000 + j));
        psi[j] = -1.5 + 3 * random.uniform() * random.uniform();
        beta[j] = 2 * (random.uniform() - 0.5);
    }
    for (std::size_t i = 0; i < documents; ++i) {
        matrix.documents.push_back("d" + std::to_string(1'000'000 + i));
        const double theta = 3 * (random.uniform() - 0.5);
        for (std::size_t j = 0; j < words; ++j) {
            const double mean = std::exp(psi[j] + beta[j] * theta);
            double left = random.uniform(), probability = std::exp(-mean);
            int n = 0;
            while (left >= probability && n < 1000) {
                left -= probability;
                probability *= mean / ++n;
            }
            if (n == 0) continue;
            matrix.feature.push_back(static_cast<std::uint32_t>(j));
            matrix.count.push_back(n);
        }
        matrix.row_begin.push_back(matrix.cells());
    }
    return matrix;
}

void wordfish_to_the_optimum(benchmark::State& state) {
    const DocumentFeatureMatrix matrix =
        bench_counts(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
    for (auto _ : state)
        benchmark::DoNotOptimize(
            wordfish(matrix, {.errors = state.range(2) == 1, .threads = static_cast<unsigned>(state.range(3))}));
}
BENCHMARK(wordfish_to_the_optimum)
    ->ArgNames({"documents", "words", "errors", "threads"})
    ->Args({193, 1922, 0, 1})
    ->Args({193, 1922, 1, 1})
    ->Args({193, 1922, 1, 2})
    ->Args({193, 7688, 0, 1})
    ->Args({193, 30752, 0, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void gibbs_sweeps(benchmark::State& state) {
    const TopicTokens tokens = topic_tokens(bench_counts(static_cast<std::size_t>(state.range(0)), 20'000));
    const auto topics = static_cast<std::size_t>(state.range(1));
    TopicChain chain = begin_topic_chain(
        tokens, {.topics = topics, .alpha = 50 / static_cast<double>(topics), .beta = 0.1, .seeds = {}}, 42, 0);
    for (auto _ : state) sweep_topics(tokens, chain);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(tokens.word.size()));
}
BENCHMARK(gibbs_sweeps)
    ->ArgNames({"documents", "topics"})
    ->Args({50, 20})
    ->Args({200, 20})
    ->Args({800, 20})
    ->Args({200, 100})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace tarazy
