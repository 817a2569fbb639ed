// Tokens and counts of the speeches of 33 states, 28 MB, 1970-2024 (data/text beside the checkout). Run:
// cmake --preset bench && cmake --build build/bench && build/bench/text_tokens_bench
//
// Peer: quanteda 4.3.1 in R 4.2.2, one thread, 22.1 MB of such speeches: tokens 6.5 s (3.4 MB/s), dfm 0.24 s, kwic 0.24
// s, a dictionary of six keys 0.44 s, bigrams 3.3 s; 1,072 MB of memory.

#include "io/read_table.hpp"
#include "text/counts/code_counts.hpp"
#include "text/counts/keyword_in_context.hpp"
#include "text/tokens/tokenise.hpp"

#include "text/counts/document_feature_matrix.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

const Corpus& speeches() {
    static const Corpus corpus = [] {
        std::vector<std::string> warnings;
        return read_corpus(read_table(TARAZY_SHARED_DIR "/data/text/ungdc_core_1970_2024.csv.xz"), {}, warnings);
    }();
    return corpus;
}

std::int64_t bytes_of(const Corpus& corpus) {
    std::size_t bytes = 0;
    for (const std::string& text : corpus.texts) bytes += text.size();
    return static_cast<std::int64_t>(bytes);
}

TokenOptions options_for(const benchmark::State& state) {
    TokenOptions options;
    options.threads = static_cast<unsigned>(state.range(0));
    options.lower = true;
    return options;
}

void segments(benchmark::State& state) {
    WordSegmenter segmenter(TokenRules::unicode);
    std::vector<TokenSpan> spans;
    for (auto _ : state) {
        for (const std::string& text : speeches().texts) {
            spans.clear();
            segmenter.add_segments(text, spans);
        }
        benchmark::DoNotOptimize(spans.data());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes_of(speeches()));
}
BENCHMARK(segments)->Unit(benchmark::kMillisecond);

void tokens_and_counts(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(document_feature_matrix(tokenise(speeches(), options_for(state))));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes_of(speeches()));
}
BENCHMARK(tokens_and_counts)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void pairs(benchmark::State& state) {
    TokenOptions options = options_for(state);
    options.ngrams = {2};
    for (auto _ : state) benchmark::DoNotOptimize(tokenise(speeches(), options));
}
BENCHMARK(pairs)->ArgName("threads")->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void keywords(benchmark::State& state) {
    const Tokens tokens = tokenise(speeches(), {});
    const std::vector<std::string> patterns = {"nuclear*", "security assurance*"};
    for (auto _ : state) benchmark::DoNotOptimize(keyword_in_context(tokens, patterns, {}));
}
BENCHMARK(keywords)->Unit(benchmark::kMillisecond);

void codes(benchmark::State& state) {
    const Tokens tokens = tokenise(speeches(), {});
    const Codebook codebook = read_codebook(
        "nuclear: [nuclear*, non-proliferation, disarm*, atomic]\nchina: [china*, chinese, beijing]\n"
        "russia: [russia*, moscow, soviet*]\nwest:\n  us: [united states, america*]\n  europe: [europe*, nato]\n"
        "coop: [cooperat*, partner*, multi?ateral*]\n",
        "bench.yml");
    for (auto _ : state) benchmark::DoNotOptimize(find_codes(tokens, codebook, {}));
}
BENCHMARK(codes)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tarazy
