#include "cli/table_in_parts.hpp"

#include "base/error.hpp"
#include "cli/output_format.hpp"
#include "io/compressed.hpp"
#include "io/table_format.hpp"
#include "io/write_csv.hpp"
#include "table/rounding.hpp"

#include <cerrno>
#include <cstring>
#include <iostream>

namespace tarazy {
namespace {

void print_bytes(const Session& session, std::string_view bytes) {
    session.work.check();
    erase_progress(session);
    std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    // A reader that went away (`| head`) is no fault of ours; a full disk behind a redirection is.
    if (!std::cout && errno != EPIPE)
        throw FileError(std::string("standard output: cannot be written (") + std::strerror(errno) + ")");
}

}  // namespace

bool takes_table_in_parts(const Session& session) {
    if (session.output.empty()) return session.result == nullptr && session.format == "csv";
    return session.format == "csv" && !is_binary_table(session.output) &&
           named_compression(session.output) == Compression::none;
}

void print_table_in_parts(Session& session,
                          const std::function<void(const std::function<void(const Table& part)>& print)>& make) {
    check_reading(session);
    const std::string extension = format_extension(session.output);
    const WriteOptions options{.delimiter = extension == ".tsv" || extension == ".tab" ? '\t' : ',',
                               .spreadsheet_safe = session.spreadsheet_safe,
                               .work = session.work.unheard()};
    const auto fill = [&](const ByteSink& write) {
        auto header = CsvHeaderLine::written;
        make([&](const Table& part) {
            const Table shorter = session.decimals ? rounded(part, *session.decimals) : Table();
            write_csv(session.decimals ? shorter : part, options, session.threads, write, header);
            header = CsvHeaderLine::left_out;
        });
    };
    if (!session.output.empty()) return write_file_in_pieces(session.output, fill);
    fill([&](std::string_view bytes) { print_bytes(session, bytes); });
    std::cout.flush();
    print_bytes(session, "");
}

}  // namespace tarazy
