// Lemmas of Kazakh news sentences (1.5 MB, 129,475 tokens; a sixteenth, a quarter and all of them) and of the English
// speeches of 33 states (28 MB), data/text beside the checkout. Run:
// cmake --preset bench && cmake --build build/bench && build/bench/text_lemmas_bench
//
// Peers, Kazakh tokens a second: the transducer of Apertium-kaz 190,000; KazStem 0.2.0 3,100 to 4,600. First stem of
// hunspell: English 33,000, Russian 16,000.

#include "io/compressed.hpp"
#include "io/file_bytes.hpp"
#include "io/read_table.hpp"
#include "text/lemmas/kazakh_tokens.hpp"
#include "text/lemmas/lemmatise.hpp"
#include "text/tokens/tokenise.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>

namespace tarazy {
namespace {

/// The first sentences, one in `part` of all, each a document.
Tokens kazakh_sentences(std::size_t part) {
    const std::string path = TARAZY_SHARED_DIR "/data/text/kaznerd_valid_sentences_kk.txt.gz";
    const FileBytes packed = FileBytes::of_file(path, {});
    const FileBytes bytes = unpacked(packed.view(), compression_of(packed.view()), path, std::size_t{1} << 28U, {});
    Corpus corpus;
    std::string_view rest = bytes.view();
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        corpus.ids.push_back(std::to_string(corpus.ids.size()));
        corpus.texts.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    corpus.ids.resize(corpus.ids.size() / part);
    corpus.texts.resize(corpus.ids.size());
    return tokenise(corpus, {});
}

void word_list(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(read_kazakh_grammar(LemmaSources{}.kazakh));
}
BENCHMARK(word_list)->Unit(benchmark::kMillisecond);

void lemmas(benchmark::State& state, const Tokens& tokens, LemmaLanguage language, unsigned threads) {
    for (auto _ : state) benchmark::DoNotOptimize(lemmatise(tokens, {&language, 1}, {}, threads));
    state.counters["types"] = static_cast<double>(tokens.types.size());
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(tokens.size()));
}

void kazakh(benchmark::State& state) {
    const Tokens tokens = kazakh_sentences(static_cast<std::size_t>(state.range(0)));
    lemmas(state, tokens, LemmaLanguage::kazakh, static_cast<unsigned>(state.range(1)));
}
BENCHMARK(kazakh)
    ->ArgNames({"part", "threads"})
    ->ArgsProduct({{16, 4, 1}, {1}})
    ->Args({1, 2})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();

void english(benchmark::State& state) {
    static const Tokens tokens = [] {
        std::vector<std::string> warnings;
        return tokenise(
            read_corpus(read_table(TARAZY_SHARED_DIR "/data/text/ungdc_core_1970_2024.csv.xz"), {}, warnings), {});
    }();
    lemmas(state, tokens, LemmaLanguage::english, static_cast<unsigned>(state.range(0)));
}
BENCHMARK(english)->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace tarazy
