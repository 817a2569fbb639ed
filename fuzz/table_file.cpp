// Files that are no plain text, known by their first bytes: Excel workbooks, SPSS, Stata, gzip and xz. Reading gives a
// table whose columns are of one length, or an error of ours, within the limits that are set.
// Run: build/fuzz/table_file -max_total_time=60 -rss_limit_mb=2048 fuzz/corpus/table_file  (preset `fuzz`).

#include "base/error.hpp"
#include "io/compressed.hpp"
#include "io/read_table.hpp"
#include "io/statistical_read.hpp"
#include "io/xlsx_read.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

tarazy::Table table_of(std::string_view bytes) {
    tarazy::ReadOptions options;
    options.max_bytes = std::uint64_t{1} << 24;
    const tarazy::Compression compression = tarazy::compression_of(bytes);
    if (compression != tarazy::Compression::none) {
        const tarazy::FileBytes text = tarazy::unpacked(bytes, compression, "packed.csv", options.max_bytes);
        return tarazy::read_csv(text.view(), "packed.csv", options);
    }
    if (bytes.starts_with("PK")) return tarazy::read_xlsx(bytes, "book.xlsx", options);
    const bool spss = bytes.starts_with("$FL");
    return tarazy::read_statistical(bytes, spss ? "file.sav" : "file.dta",
                                    spss ? tarazy::StatisticalFormat::spss : tarazy::StatisticalFormat::stata, options);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const tarazy::Table table = table_of({reinterpret_cast<const char*>(data), size});
        if (table.names.size() != table.columns.size()) std::abort();
        for (const tarazy::Column& column : table.columns) {
            if (column.size() != table.rows()) std::abort();
        }
    } catch (const tarazy::InputError&) {
    } catch (const tarazy::LimitError&) {
    }
    return 0;
}
