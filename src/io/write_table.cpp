#include "io/write_table.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "io/compressed.hpp"
#include "io/table_format.hpp"

namespace tarazy {

void write_table(const Table& table, const std::string& path, const WriteOptions& options) {
    const std::string extension = format_extension(path);
    WriteOptions chosen = options;
    if (extension == ".tsv" || extension == ".tab") chosen.delimiter = '\t';
    const Compression compression = named_compression(path);
    const std::string csv = to_csv(table, chosen);
    write_file_atomically(path, compression == Compression::none ? csv : packed(csv, compression));
}

}  // namespace tarazy
