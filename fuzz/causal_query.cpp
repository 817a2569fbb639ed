// Any bytes: queries of causal models are read, or refused with a word; what is read has the same value when it is
// written again. Run: build/fuzz/causal_query -max_total_time=60 fuzz/corpus/causal_query  (preset `fuzz`).

#include "trace/causal_types/causal_expression_fault_test.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto fault = tarazy::causal_query_fault({reinterpret_cast<const char*>(data), size});
    if (fault) {
        std::fprintf(stderr, "fault: %s\n", fault->c_str());
        std::abort();
    }
    return 0;
}
