// Any bytes as an event file: the first byte chooses layout and packing. Reading gives sums or an error of ours; every
// row is counted once; one thread and two give the same table. Run: build/fuzz/event_rows -max_total_time=60
// fuzz/corpus/event_rows  (preset `fuzz`).

#include "base/error.hpp"
#include "io/write_table.hpp"
#include "trace/event_data/dyad_table.hpp"
#include "trace/event_data/event_sums.hpp"

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace {

using namespace tarazy;

const std::string& event_file() {
    static const std::string path = "/dev/shm/tarazy-fuzz-" + std::to_string(::getpid());
    return path;
}

std::string sums_of(const EventFileOptions& options) {
    try {
        const EventFileSums result = sum_event_files({event_file()}, options);
        double n = 0;
        for (const DyadPeriod& cell : result.sums.cells) n += cell.n;
        const RowTally& tally = result.reading.tally;
        if (n != static_cast<double>(tally.rows - tally.bad - tally.outside)) {
            std::fprintf(stderr, "rows are lost\n");
            std::abort();
        }
        return to_csv(dyad_table(result.sums));
    } catch (const InputError& error) {
        return error.what();
    } catch (const LimitError& error) {
        return error.what();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    std::ofstream(event_file(), std::ios::binary)
        .write(reinterpret_cast<const char*>(data) + 1, static_cast<long>(size) - 1);
    EventFileOptions options;
    options.layout = static_cast<EventLayout>(data[0] % 5);
    options.level = (data[0] & 0x20U) != 0 ? ActorLevel::actor : ActorLevel::country;
    options.rules.scale.unit = static_cast<PeriodUnit>(data[0] / 64 % 3);
    options.bad_share = 1;
    options.threads = 1;
    const std::string one = sums_of(options);
    options.threads = 2;
    if (sums_of(options) != one) {
        std::fprintf(stderr, "two threads give another result\n");
        std::abort();
    }
    return 0;
}
