// Statistics on counts of words. Run: cmake --preset bench && cmake --build build/bench &&
// build/bench/text_counts_bench
//
// Texts are drawn from seed 7: words by a law of Zipf over 37,000 types, documents of 2,400 words. Peers (quanteda
// 4.3.1, textstats 0.97.2, CPU seconds, one thread, on General Debate speeches): collocations of size 2 on 1.9 million
// tokens 21.3; keyness on 25,699 features .03; fcm with a window of 5 on 3.84 million tokens 1.5.

#include "base/random.hpp"
#include "text/counts/collocations.hpp"
#include "text/counts/cooccurrence.hpp"
#include "text/counts/document_similarity.hpp"
#include "text/counts/keyness.hpp"

#include <benchmark/benchmark.h>

#include <cmath>

namespace tarazy {
namespace {

constexpr std::size_t types = 37000, document_length = 2400;

Tokens zipf_tokens(std::size_t length) {
    Random random(7, "words of the benchmark", length);
    Tokens tokens;
    for (std::size_t t = 0; t < types; ++t) tokens.types.push_back("w" + std::to_string(t));
    while (tokens.type.size() < length) {
        tokens.documents.push_back("d" + std::to_string(tokens.documents.size()));
        for (std::size_t k = 0; k < document_length; ++k) {
            // Ranks with density 1/rank.
            const double rank = std::exp(random.uniform() * std::log(static_cast<double>(types)));
            tokens.type.push_back(static_cast<std::uint32_t>(rank) - 1);
        }
        tokens.first.push_back(tokens.type.size());
    }
    return tokens;
}

void pairs_of_words(benchmark::State& state) {
    const Tokens tokens = zipf_tokens(static_cast<std::size_t>(state.range(0)));
    const auto size = static_cast<std::size_t>(state.range(1));
    std::size_t found = 0;
    for (auto _ : state) found = collocations(tokens, {.size = size}).found.size();
    state.counters["collocations"] = static_cast<double>(found);
}
BENCHMARK(pairs_of_words)
    ->ArgNames({"tokens", "size"})
    ->Args({1900000, 2})
    ->Args({7600000, 2})
    ->Args({1900000, 3})
    ->Unit(benchmark::kMillisecond);

void near_each_other(benchmark::State& state) {
    const Tokens tokens = zipf_tokens(static_cast<std::size_t>(state.range(0)));
    std::size_t found = 0;
    for (auto _ : state) {
        found =
            cooccurrences(tokens, tokens.first, {.least_pairs = 5, .threads = static_cast<unsigned>(state.range(1))})
                .pairs.size();
    }
    state.counters["pairs"] = static_cast<double>(found);
}
BENCHMARK(near_each_other)
    ->ArgNames({"tokens", "threads"})
    ->Args({3840000, 1})
    ->Args({3840000, 2})
    ->Unit(benchmark::kMillisecond);

void key_words(benchmark::State& state) {
    const DocumentFeatureMatrix matrix = document_feature_matrix(zipf_tokens(3840000));
    std::vector<std::size_t> target, reference;
    for (std::size_t d = 0; d < matrix.documents.size(); ++d) (d % 4 == 0 ? target : reference).push_back(d);
    const auto measure = state.range(0) == 0 ? KeynessMeasure::log_odds : KeynessMeasure::exact;
    for (auto _ : state)
        benchmark::DoNotOptimize(keyness(matrix, target, reference, {.measure = measure, .threads = 1}));
}
BENCHMARK(key_words)->ArgName("exact")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void alike(benchmark::State& state) {
    const DocumentFeatureMatrix matrix = document_feature_matrix(zipf_tokens(3840000));
    for (auto _ : state) benchmark::DoNotOptimize(document_similarity(matrix, {.threads = 1}));
}
BENCHMARK(alike)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
