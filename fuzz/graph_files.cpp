// Graph files of all formats, by the first byte: a graph that GraphML gives back, or an error of ours; no crash.
// Run: build/fuzz/graph_files -max_total_time=60 fuzz/corpus/graph_files  (preset `fuzz`).

#include "network/graph_files/graph_fault_test.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto format = static_cast<tarazy::GraphFormat>(data[0] % 7);  // the first seven are no tables
    const auto fault = tarazy::graph_fault({reinterpret_cast<const char*>(data + 1), size - 1}, format);
    if (fault) {
        std::fprintf(stderr, "fault: %s\n", fault->c_str());
        std::abort();
    }
    return 0;
}
