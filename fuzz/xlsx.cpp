// Any bytes as an Excel workbook, read through libzip and expat: every sheet is a whole table, or an error of ours.
// Bytes that begin with PK are the archive itself; others name its parts, a line `--- xl/workbook.xml` before each, of
// which an archive with right sums is made, so that changes reach the XML. The sheet is the first, and the one that the
// last byte of the file counts. Run: build/fuzz/xlsx -max_total_time=60 -max_len=65536 -rss_limit_mb=2048 -timeout=25
// fuzz/corpus/xlsx

#include "base/error.hpp"
#include "io/xlsx_read.hpp"

#include "fuzz_fault.hpp"
#include "stored_zip.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace {

void read_sheet(std::string_view archive, const std::string& sheet) {
    using namespace tarazy;
    try {
        ReadOptions options;
        options.max_bytes = std::uint64_t{1} << 24;
        options.sheet = sheet;
        require_whole(read_xlsx(archive, "book.xlsx", options));
    } catch (const InputError&) {
    } catch (const LimitError&) {
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string archive =
        bytes.starts_with("PK") ? std::string(bytes) : tarazy::stored_zip(tarazy::parts_of_text(bytes));
    read_sheet(archive, "");
    read_sheet(archive, std::to_string(1 + data[size - 1] % 4));
    return 0;
}
