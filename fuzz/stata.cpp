// Any bytes as a Stata file, read through ReadStat: a whole table, or an error of ours.
// Run: build/fuzz/stata -max_total_time=60 -max_len=65536 -rss_limit_mb=2048 -timeout=25 fuzz/corpus/stata

#include "base/error.hpp"
#include "io/statistical_read.hpp"

#include "fuzz_fault.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tarazy;
    try {
        ReadOptions options;
        options.max_bytes = std::uint64_t{1} << 24;
        require_whole(read_statistical({reinterpret_cast<const char*>(data), size}, "file.dta",
                                       StatisticalFormat::stata, options));
    } catch (const InputError&) {
    } catch (const LimitError&) {
    }
    return 0;
}
