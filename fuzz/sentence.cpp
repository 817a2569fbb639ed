// Any bytes: expressions, sentences about solutions and causal orderings are read, or refused with a word.
// Run: build/fuzz/sentence -max_total_time=60 fuzz/corpus/sentence  (preset `fuzz`).

#include "compare/sets/sentence_fault_test.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto fault = tarazy::sentence_fault({reinterpret_cast<const char*>(data), size});
    if (fault) {
        std::fprintf(stderr, "fault: %s\n", fault->c_str());
        std::abort();
    }
    return 0;
}
