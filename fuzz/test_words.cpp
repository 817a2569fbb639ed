// Any bytes: what a test asks for, and the sentence that it asks of, get words in three languages or are refused.
// Run: build/fuzz/test_words -max_total_time=60 fuzz/corpus/test_words  (preset `fuzz`).

#include "analyses/test_words_fault_test.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto fault = tarazy::test_words_fault({reinterpret_cast<const char*>(data), size});
    if (fault) {
        std::fprintf(stderr, "fault: %s\n", fault->c_str());
        std::abort();
    }
    return 0;
}
