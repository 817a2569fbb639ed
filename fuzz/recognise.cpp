// Any bytes: a file is recognised with columns that it has, and its advice and shape follow, or it is not known.
// Run: build/fuzz/recognise -max_total_time=60 fuzz/corpus/recognise  (preset `fuzz`).

#include "analyses/write_study/recognise/recognised_bytes_fault_test.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto fault = tarazy::recognised_bytes_fault({reinterpret_cast<const char*>(data), size});
    if (fault) {
        std::fprintf(stderr, "fault: %s\n", fault->c_str());
        std::abort();
    }
    return 0;
}
