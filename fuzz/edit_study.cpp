// Any edit of any text: a study file that is TOML again, or its problems are told.
// Run: build/fuzz/edit_study -max_total_time=60 fuzz/corpus/edit_study  (preset `fuzz`).

#include "study/edit_study_fault_test.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto fault = tarazy::edit_study_fault({reinterpret_cast<const char*>(data), size});
    if (fault) {
        std::fprintf(stderr, "fault: %s\n", fault->c_str());
        std::abort();
    }
    return 0;
}
