// Any bytes: reading gives a table or an error of ours, agrees with the slow way, and what is written reads back.
// Run: build/fuzz/csv -max_total_time=60 fuzz/corpus/csv  (preset `fuzz`).

#include "io/csv_consistency_test.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto fault = tarazy::csv_inconsistency({reinterpret_cast<const char*>(data), size});
    if (fault) {
        std::fprintf(stderr, "inconsistent: %s\n", fault->c_str());
        std::abort();
    }
    return 0;
}
