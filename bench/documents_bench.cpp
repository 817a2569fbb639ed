// Cleaning and languages of the General Debate speeches of 33 states (28 MB), 1, 4 and 16 times.
// Run: cmake --preset bench && cmake --build build/bench && build/bench/documents_bench
//
// The speeches lie beside the checkout (../shared/data/text) and are never part of it. Peer: none
// cleans; quanteda 4.3.1 tokenises the same kind of text at 3.4 MB/s on one thread.

#include "io/read_table.hpp"
#include "text/corpus/clean.hpp"
#include "text/corpus/corpus.hpp"
#include "text/corpus/duplicates.hpp"
#include "text/corpus/language.hpp"

#include <benchmark/benchmark.h>

namespace tarazy {
namespace {

const std::vector<std::string>& speeches() {
    static const std::vector<std::string> texts = [] {
        std::vector<std::string> warnings;
        const Table table = read_table(TARAZY_SHARED_DIR "/data/text/ungdc_core_1970_2024.csv.xz");
        return read_corpus(table, {}, warnings).texts;
    }();
    return texts;
}

std::vector<std::string> times(std::int64_t n) {
    std::vector<std::string> texts;
    for (std::int64_t i = 0; i < n; ++i) texts.insert(texts.end(), speeches().begin(), speeches().end());
    return texts;
}

void tell_bytes(benchmark::State& state, const std::vector<std::string>& texts) {
    std::size_t bytes = 0;
    for (const std::string& text : texts) bytes += text.size();
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * static_cast<std::int64_t>(state.iterations()));
}

void cleaning(benchmark::State& state) {
    const std::vector<std::string> texts = times(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(clean(texts, CleanOptions{}, Work()));
    tell_bytes(state, texts);
}
BENCHMARK(cleaning)->Arg(1)->Arg(4)->Arg(16)->Unit(benchmark::kMillisecond)->UseRealTime();

void languages(benchmark::State& state) {
    const std::vector<std::string> texts = times(state.range(0));
    for (auto _ : state) {
        for (const std::string& text : texts) benchmark::DoNotOptimize(language_segments(text));
    }
    tell_bytes(state, texts);
}
BENCHMARK(languages)->Arg(1)->Arg(4)->Arg(16)->Unit(benchmark::kMillisecond)->UseRealTime();

void duplicates(benchmark::State& state) {
    const std::vector<std::string> texts = times(1);
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    for (auto _ : state) benchmark::DoNotOptimize(near_duplicates(views, 0.9, 0, Work()));
    tell_bytes(state, texts);
}
BENCHMARK(duplicates)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace tarazy
