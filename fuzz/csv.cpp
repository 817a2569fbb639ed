// Any bytes, with options of reading that the first two bytes choose: reading gives a table or an error of ours, agrees
// with the slow way, and what is written reads back.
// Run: build/fuzz/csv -max_total_time=60 fuzz/corpus/csv  (preset `fuzz`).

#include "io/csv_consistency_test.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    auto fault = tarazy::csv_inconsistency(bytes);
    if (!fault && size > 2) {
        const unsigned bits = data[0] | static_cast<unsigned>(data[1]) << 8U;
        fault = tarazy::csv_inconsistency(bytes.substr(2), tarazy::fuzzed_options(bits));
    }
    if (fault) {
        std::fprintf(stderr, "inconsistent: %s\n", fault->c_str());
        std::abort();
    }
    return 0;
}
