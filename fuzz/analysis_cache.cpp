// Any bytes as a cached result: tables, or no result. The digest at the end is set right, since nobody guesses it and
// what lies behind it would never be reached; what was read is written and read again the same.
// Run: build/fuzz/analysis_cache -max_total_time=60 -max_len=16384 fuzz/corpus/analysis_cache

#include "study/analysis_cache.hpp"
#include "base/sha256.hpp"
#include "io/write_table.hpp"

#include "bytes_file.hpp"
#include "fuzz_fault.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace {

using namespace tarazy;

void write_and_read(const std::vector<ResultTable>& tables) {
    const BytesFile file("");
    if (!write_cache(BytesFile::folder(), file.name(), tables)) return;
    const auto again = read_cache(BytesFile::folder(), file.name());
    require(again && again->size() == tables.size(), "what is kept reads back");
    for (std::size_t i = 0; i < tables.size(); ++i) {
        require((*again)[i].name == tables[i].name, "names read back");
        require(to_csv((*again)[i].table) == to_csv(tables[i].table), "tables read back");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const BytesFile file(std::string(bytes) + sha256_hex(bytes));
    const auto tables = read_cache(BytesFile::folder(), file.name());
    if (!tables) return 0;
    for (const ResultTable& table : *tables) require_whole(table.table);
    write_and_read(*tables);
    return 0;
}
