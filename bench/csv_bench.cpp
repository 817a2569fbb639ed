// Reading delimited text that lies in memory, and writing it: bytes a second on one core.
// Run: build/bench/csv_bench  (preset `bench`; tables of about 50 MB, made here).

#include "base/random.hpp"
#include "io/read_table.hpp"
#include "io/text_encoding.hpp"
#include "io/write_csv.hpp"

#include <benchmark/benchmark.h>

#include <string>
#include <string_view>

namespace {

using namespace tarazy;

constexpr std::size_t about = 50'000'000;

/// Roll-call votes: three columns of small integers.
std::string votes() {
    std::string text = "rcid,ccode,vote\n";
    Random random(1, "votes", 0);
    for (std::uint64_t rcid = 1; text.size() < about; ++rcid) {
        for (std::uint64_t state = 0; state < 190; ++state) {
            text += std::to_string(rcid) + ',' + std::to_string(2 + state * 5) + ',' +
                    std::to_string(1 + random.below(3)) + '\n';
        }
    }
    return text;
}

/// Measures for dyad-years: integers and decimals with `decimals` digits, some missing.
std::string dyads(std::uint64_t decimals) {
    std::string text = "ccode1,ccode2,year,a,b,c,d\n";
    Random random(2, "dyads", 0);
    while (text.size() < about) {
        text += std::to_string(random.below(950)) + ',' + std::to_string(random.below(950)) + ',' +
                std::to_string(1946 + random.below(80));
        for (int column = 0; column < 4; ++column) {
            text += ',';
            if (random.below(20) == 0) continue;
            text += "0.";
            for (std::uint64_t digit = 0; digit < decimals; ++digit) text += static_cast<char>('0' + random.below(10));
        }
        text += '\n';
    }
    return text;
}

/// Events: codes, names and a quoted note.
std::string events() {
    std::string text = "date,source,target,note,intensity\n";
    Random random(3, "events", 0);
    const char* const states[] = {"KAZ", "RUS", "CHN", "USA", "Қазақстан", "Россия"};
    while (text.size() < about) {
        text += "2014-0" + std::to_string(1 + random.below(9)) + "-1" + std::to_string(random.below(10)) + ',' +
                states[random.below(6)] + ',' + states[random.below(6)] + ",\"visit, number " +
                std::to_string(random.below(100'000)) + "\"," + std::to_string(random.below(20)) + ".5\n";
    }
    return text;
}

void read(benchmark::State& state, const std::string& text) {
    for (auto pass : state) {
        benchmark::DoNotOptimize(pass);
        const Table table = read_csv(text, "bench.csv");
        benchmark::DoNotOptimize(table.rows());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size() * state.iterations()));
}

void read_integers(benchmark::State& state) {
    static const std::string text = votes();
    read(state, text);
}
void read_short_decimals(benchmark::State& state) {
    static const std::string text = dyads(6);
    read(state, text);
}
void read_long_decimals(benchmark::State& state) {
    static const std::string text = dyads(16);
    read(state, text);
}
void read_texts(benchmark::State& state) {
    static const std::string text = events();
    read(state, text);
}
void check_encoding(benchmark::State& state) {
    static const std::string text = votes();
    for (auto pass : state) {
        benchmark::DoNotOptimize(pass);
        require_utf8_text(text, "bench.csv");
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size() * state.iterations()));
}
void write_decimals(benchmark::State& state) {
    static const Table table = read_csv(dyads(6), "bench.csv");
    std::size_t bytes = 0;
    for (auto pass : state) {
        benchmark::DoNotOptimize(pass);
        bytes += to_csv(table).size();
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

/// Blocks of rows on all cores, nothing kept: what `data convert` does beside the disk.
void write_decimals_in_pieces(benchmark::State& state) {
    static const Table table = read_csv(dyads(6), "bench.csv");
    std::size_t bytes = 0;
    for (auto pass : state) {
        benchmark::DoNotOptimize(pass);
        write_csv(table, {}, 0, [&](std::string_view piece) { bytes += piece.size(); });
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

BENCHMARK(read_integers)->Unit(benchmark::kMillisecond);
BENCHMARK(read_short_decimals)->Unit(benchmark::kMillisecond);
BENCHMARK(read_long_decimals)->Unit(benchmark::kMillisecond);
BENCHMARK(read_texts)->Unit(benchmark::kMillisecond);
BENCHMARK(check_encoding)->Unit(benchmark::kMillisecond);
BENCHMARK(write_decimals)->Unit(benchmark::kMillisecond);
BENCHMARK(write_decimals_in_pieces)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
