#include "io/read_table.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/compressed.hpp"
#include "io/file_bytes.hpp"
#include "io/local_numbers.hpp"
#include "io/reading_changes.hpp"
#include "io/statistical_read.hpp"
#include "io/table_format.hpp"
#include "io/xlsx_read.hpp"

#include <algorithm>
#include <atomic>
#include <future>

namespace tarazy {
namespace {

/// Other formats than delimited text know their types; what the caller wants changed is the same.
Table changed(Table table, const ReadOptions& options) {
    change_as_asked(table, options);
    return table;
}

Table read_plain(std::string_view bytes, const std::string& path, const ReadOptions& options) {
    const std::string extension = format_extension(path);
    if (extension == ".dta") return changed(read_statistical(bytes, path, StatisticalFormat::stata, options), options);
    if (extension == ".sav" || extension == ".zsav")
        return changed(read_statistical(bytes, path, StatisticalFormat::spss, options), options);
    if (extension == ".xlsx" || extension == ".xlsm") {
        Table table = changed(read_xlsx(bytes, path, options), options);
        read_local_numbers(table, ',', options.decimal);
        return table;
    }
    return read_csv(bytes, path, options);
}

Table read_bytes(std::string_view bytes, const std::string& path, const ReadOptions& options) {
    const Compression compression = compression_of(bytes);
    if (compression != Compression::none) {
        return read_plain(unpacked(bytes, compression, path, options.max_bytes, options.work).view(), path, options);
    }
    if (named_compression(path) != Compression::none && !bytes.empty()) {
        throw InputError(Problem{path, 0, 0, "the name promises packed data, but the content is not packed",
                                 "fetch the file again, or take .gz or .xz off its name if it is plain text"});
    }
    return read_plain(bytes, path, options);
}

std::string digest_of(std::string_view bytes, const std::atomic<bool>& wanted) {
    constexpr std::size_t piece = std::size_t{1} << 20;
    Sha256 digest;
    while (!bytes.empty() && wanted) {
        const std::string_view next = bytes.substr(0, piece);
        digest.update(next);
        let_go_of_mapped(next);
        bytes.remove_prefix(next.size());
    }
    return digest.hex();
}

struct WantedUntilTheEnd {
    std::atomic<bool>& wanted;
    ~WantedUntilTheEnd() { wanted = false; }
};

/// The digest is taken meanwhile on another thread when the content is large.
Table read_with_digest(const FileBytes& bytes, const std::string& path, const ReadOptions& options) {
    constexpr std::size_t worth_a_thread = std::size_t{1} << 22;
    const auto policy = bytes.view().size() < worth_a_thread ? std::launch::deferred : std::launch::async;
    std::atomic<bool> wanted = true;
    std::future<std::string> digest = std::async(policy, [&] { return digest_of(bytes.view(), wanted); });
    // A table that cannot be read, or is not wanted any more, does not wait for it.
    const WantedUntilTheEnd end{wanted};
    Table table = read_bytes(bytes.view(), path, options);
    options.work.check();
    table.origin.sha256 = digest.get();
    return table;
}

}  // namespace

Table read_table(const std::string& path, const ReadOptions& options) {
    if (path == "-")
        return read_with_digest(FileBytes::of_standard_input(options.max_bytes, options.work), path, options);
    return read_with_digest(FileBytes::of_file(path, options.work), path, options);
}

void require_rows(const Table& table) {
    if (table.rows() > 0) return;
    throw InputError(Problem{table.origin.path, 0, 0, "has a header but no rows", "give at least one row of data"});
}

}  // namespace tarazy
