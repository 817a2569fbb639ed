// Any bytes: a DAGitty text gives a graph that reads back as itself, or is refused with a place; no crash.
// Run: build/fuzz/dagitty -max_total_time=60 fuzz/corpus/dagitty  (preset `fuzz`).

#include "trace/graph/dagitty_fault_test.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto fault = tarazy::dagitty_fault({reinterpret_cast<const char*>(data), size});
    if (fault) {
        std::fprintf(stderr, "fault: %s\n", fault->c_str());
        std::abort();
    }
    return 0;
}
