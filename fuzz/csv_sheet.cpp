// Any bytes: a sheet keeps every byte but those of the cell that is changed, or its fault is told.
// Run: build/fuzz/csv_sheet -max_total_time=60 fuzz/corpus/csv_sheet  (preset `fuzz`).

#include "serve/sheets/csv_sheet_fault_test.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto fault = tarazy::csv_sheet_fault({reinterpret_cast<const char*>(data), size});
    if (fault) {
        std::fprintf(stderr, "fault: %s\n", fault->c_str());
        std::abort();
    }
    return 0;
}
