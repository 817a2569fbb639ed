// Event files to dyad-months: GDELT 1.0 layout, made here in a temporary file (58 columns, about 280 bytes a row, 72
// states, one year: about 62,000 directed dyad-months), which lies in the page cache when it is read.
// Run: build/bench/events_bench  (preset `bench`). The argument is the size in megabytes: the largest needs 1 GB of
// disk in the temporary folder.

#include "base/random.hpp"
#include "trace/attribution/attribution.hpp"
#include "trace/event_data/event_sums.hpp"

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace tarazy;

/// A column of GDELT that nobody sums, with a text of its usual length.
void put(std::string& row, std::string_view text) {
    row += '\t';
    row += text;
}

std::string three_letters(std::uint64_t number) {
    return {static_cast<char>('A' + number / 26 % 26), static_cast<char>('A' + number % 26), 'X'};
}

std::string gdelt_row(Random& random, std::uint64_t id) {
    static const std::array<std::string_view, 12> codes = {"010", "020",  "036", "040", "042", "043",
                                                           "051", "0841", "112", "130", "173", "190"};
    static const std::array<std::string_view, 12> values = {"0.0", "3.0", "4.0",  "1.0",  "1.9",  "2.8",
                                                            "3.4", "7.0", "-2.0", "-4.4", "-5.0", "-10.0"};
    // Squares make some states act far more often than others, as in the news.
    const auto state = [&] {
        const double u = random.uniform();
        return three_letters(static_cast<std::uint64_t>(u * u * 72));
    };
    const std::string source = state(), target = state();
    const std::uint64_t month = 1 + random.below(12), day = 1 + random.below(28), event = random.below(12);
    const auto two = [](std::uint64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const std::string date = "2014" + two(month) + two(day);
    std::string row = std::to_string(id);
    put(row, date);
    put(row, date.substr(0, 6));
    put(row, "2014");
    put(row, "2014.3712");
    for (const std::string& actor : {source, target}) {
        put(row, actor + "GOV");
        put(row, "STATE " + actor);
        put(row, actor);
        for (int i = 0; i < 4; ++i) put(row, "");
        put(row, "GOV");
        put(row, "");
        put(row, "");
    }
    put(row, "1");
    put(row, codes[event]);
    put(row, codes[event].substr(0, 3));
    put(row, codes[event].substr(0, 2));
    put(row, "1");
    put(row, values[event]);
    put(row, "10");
    put(row, "1");
    put(row, "10");
    put(row, "-2.46478873");
    for (int place = 0; place < 3; ++place) {
        put(row, "4");
        put(row, place == 2 ? "Astana, Astana, Kazakhstan" : "Kazakhstan");
        put(row, "KZ");
        put(row, place == 2 ? "KZ05" : "KZ");
        put(row, "51.18");
        put(row, "71.42");
        put(row, "KZ");
    }
    put(row, date);
    put(row, "http://example.org/" + std::to_string(random.below(10'000'000)));
    row += '\n';
    return row;
}

/// A file that is removed at the end.
struct EventFile {
    explicit EventFile(std::uint64_t megabytes)
        : path((std::filesystem::temp_directory_path() / ("tarazy-events-" + std::to_string(::getpid()) + ".tsv"))
                   .string()) {
        std::ofstream file(path, std::ios::binary);
        Random random(1, "events", megabytes);
        std::string piece;
        for (; bytes < megabytes * 1'000'000; piece.clear()) {
            while (piece.size() < 1'000'000) piece += gdelt_row(random, ++rows);
            file << piece;
            bytes += piece.size();
        }
    }
    EventFile(const EventFile&) = delete;
    EventFile& operator=(const EventFile&) = delete;
    ~EventFile() { std::filesystem::remove(path); }
    std::string path;
    std::uint64_t rows = 0, bytes = 0;
};

/// Greatest resident memory since the last call, in megabytes. Files are read, not mapped, so that none of it is shared
/// with the page cache.
double peak_megabytes() {
    std::ifstream status("/proc/self/status");
    double peak = 0;
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) peak = std::stod(line.substr(6)) / 1000;
    }
    std::ofstream("/proc/self/clear_refs") << 5;
    return peak;
}

void dyad_months(benchmark::State& state) {
    const EventFile file(static_cast<std::uint64_t>(state.range(0)));
    EventFileOptions options;
    options.layout = EventLayout::gdelt1;
    options.threads = static_cast<unsigned>(state.range(1));
    double cells = 0, memory = 0;
    (void)peak_megabytes();
    for (auto _ : state) {
        const EventFileSums result = sum_event_files({file.path}, options);
        cells = static_cast<double>(result.sums.cells.size());
        memory = peak_megabytes();
        benchmark::DoNotOptimize(result);
    }
    state.counters["cells"] = cells;
    state.counters["rows"] = static_cast<double>(file.rows);
    state.counters["peak_MB"] = memory;
    state.SetBytesProcessed(static_cast<std::int64_t>(file.bytes) * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(dyad_months)
    ->ArgNames({"megabytes", "threads"})
    ->ArgsProduct({{64, 256, 1006}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// The exact p-value of shifts: n periods, one change in a hundred.
void circular_shifts(benchmark::State& state) {
    const auto periods = static_cast<std::size_t>(state.range(0));
    std::vector<double> changes(periods, 0.0), within(periods, 0.0);
    Random random(2, "shifts", 0);
    for (std::size_t t = 0; t < periods; ++t) {
        changes[t] = random.below(100) == 0 ? 1 : 0;
        within[t] = random.below(10) == 0 ? 1 : 0;
    }
    for (auto _ : state) benchmark::DoNotOptimize(circular_shift_p(changes, within));
}
BENCHMARK(circular_shifts)->Arg(1000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace
