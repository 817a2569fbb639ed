// Any bytes: a study file is read, or its problems are named with places in the text; no crash.
// Run: build/fuzz/study_file -max_total_time=60 fuzz/corpus/study_file  (preset `fuzz`).

#include "analyses/all_methods.hpp"  // for the linker: the methods that a study names
#include "study/study_file_fault_test.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto fault = tarazy::study_file_fault({reinterpret_cast<const char*>(data), size});
    if (fault) {
        std::fprintf(stderr, "%s\n", fault->c_str());
        std::abort();
    }
    return 0;
}
