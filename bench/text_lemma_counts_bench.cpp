// Tokens, lemmas and counts of the speeches of 33 states, 28 MB, 1970-2024 (data/text beside the checkout). Run:
// cmake --preset bench && cmake --build build/bench && build/bench/text_lemma_counts_bench
//
// Peer: quanteda 4.3.1 in R 4.2.2, one thread, 22.1 MB of such speeches: tokens 6.5 s, dfm 0.24 s, 1,072 MB of memory,
// no lemmas.

#include "io/read_table.hpp"
#include "text/counts/document_feature_matrix.hpp"
#include "text/lemmas/lemmatised_tokens.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

const Corpus& lemma_speeches() {
    static const Corpus corpus = [] {
        std::vector<std::string> warnings;
        return read_corpus(read_table(TARAZY_SHARED_DIR "/data/text/ungdc_core_1970_2024.csv.xz"), {}, warnings);
    }();
    return corpus;
}

void lemmas_and_counts(benchmark::State& state) {
    TokenOptions options;
    options.threads = static_cast<unsigned>(state.range(0));
    const bool segments = state.range(1) != 0;
    const Corpus& corpus = lemma_speeches();
    for (auto _ : state) {
        Tokens tokens = tokenise(corpus, options);
        LanguagesOfTokens languages = segments
                                          ? languages_of_segments(tokens, corpus_segments(corpus, options.threads), {})
                                          : one_language(tokens, "en");
        const Tokens lemmas =
            counted_lemmas(lemmatised_tokens(std::move(tokens), std::move(languages), {}, options), options);
        benchmark::DoNotOptimize(document_feature_matrix(lemmas));
    }
}
BENCHMARK(lemmas_and_counts)
    ->ArgNames({"threads", "segments"})
    ->Args({1, 0})
    ->Args({2, 0})
    ->Args({2, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void segments_of_language(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(corpus_segments(lemma_speeches(), 1));
}
BENCHMARK(segments_of_language)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
