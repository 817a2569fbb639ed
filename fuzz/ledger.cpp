// Any bytes as a ledger, read through SQLite: its records, or an error of ours. What was read is searched as the
// program does. Run: build/fuzz/ledger -max_total_time=60 -max_len=131072 -rss_limit_mb=2048 -timeout=25
// fuzz/corpus/ledger

#include "ledger/ledger.hpp"
#include "base/error.hpp"

#include "bytes_file.hpp"
#include "fuzz_fault.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tarazy;
    try {
        const BytesFile file({reinterpret_cast<const char*>(data), size});
        const LedgerContent content = read_ledger(file.path());
        for (const Claim& claim : content.claims)
            require(find_claim(content, claim.id).id == claim.id, "every claim is found by its id");
        (void)claims_starting_with(content, "a");
    } catch (const InputError&) {
    }
    return 0;
}
