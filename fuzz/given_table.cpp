// Any bytes: a table that is given to a new study is known or told; its names end no line of the study file.
// Run: build/fuzz/given_table -max_total_time=60 fuzz/corpus/given_table  (preset `fuzz`).

#include "analyses/write_study/given_table_fault_test.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto fault = tarazy::given_table_fault({reinterpret_cast<const char*>(data), size});
    if (fault) {
        std::fprintf(stderr, "fault: %s\n", fault->c_str());
        std::abort();
    }
    return 0;
}
