#include "io/write_table.hpp"

#include "io/atomic_file.hpp"
#include "io/compressed.hpp"
#include "io/statistical_write.hpp"
#include "io/table_format.hpp"
#include "io/xlsx_write.hpp"

namespace tarazy {

namespace {

std::string written(const Table& table, const std::string& path, const WriteOptions& options) {
    const std::string extension = format_extension(path);
    if (extension == ".dta") return to_dta(table, options.work);
    if (extension == ".sav") return to_sav(table, options.work);
    if (extension == ".xlsx") return to_xlsx(table, options.work);
    WriteOptions chosen = options;
    if (extension == ".tsv" || extension == ".tab") chosen.delimiter = '\t';
    return to_csv(table, chosen);
}

}  // namespace

void write_table(const Table& table, const std::string& path, const WriteOptions& options) {
    const std::string bytes = written(table, path, options);
    const Compression compression = named_compression(path);
    write_file_atomically(path, compression == Compression::none ? bytes : packed(bytes, compression, options.work));
}

}  // namespace tarazy
