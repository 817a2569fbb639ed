#include "io/write_table.hpp"

#include "io/atomic_file.hpp"
#include "io/compressed.hpp"
#include "io/statistical_write.hpp"
#include "io/table_format.hpp"
#include "io/write_csv.hpp"
#include "io/xlsx_write.hpp"

namespace tarazy {

namespace {

WriteOptions delimited_by_name(const std::string& path, const WriteOptions& options) {
    WriteOptions chosen = options;
    const std::string extension = format_extension(path);
    if (extension == ".tsv" || extension == ".tab") chosen.delimiter = '\t';
    return chosen;
}

std::string written(const Table& table, const std::string& path, const WriteOptions& options) {
    const std::string extension = format_extension(path);
    if (extension == ".dta") return to_dta(table, options.work);
    if (extension == ".sav") return to_sav(table, options.work);
    if (extension == ".xlsx") return to_xlsx(table, options.work);
    return to_csv(table, delimited_by_name(path, options));
}

}  // namespace

void write_delimited(const Table& table, const std::string& path, const WriteOptions& options, unsigned threads) {
    const WriteOptions chosen = delimited_by_name(path, options);
    write_file_in_pieces(path, [&](const ByteSink& write) { write_csv(table, chosen, threads, write); });
}

void write_table(const Table& table, const std::string& path, const WriteOptions& options) {
    const std::string extension = format_extension(path);
    const Compression compression = named_compression(path);
    const bool binary = extension == ".dta" || extension == ".sav" || extension == ".xlsx";
    if (!binary && compression == Compression::none) return write_delimited(table, path, options, 1);
    const std::string bytes = written(table, path, options);
    write_file_atomically(path, compression == Compression::none ? bytes : packed(bytes, compression, options.work));
}

}  // namespace tarazy
