#include "cli/output_format.hpp"

#include "base/error.hpp"
#include "io/table_format.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

/// The format that the ending promises; empty for endings that promise none.
std::string promised_format(std::string_view path) {
    constexpr std::array<std::string_view, 5> texts = {".csv", ".tsv", ".tab", ".txt", ""};
    const std::string extension = format_extension(path);
    if (extension.empty()) return {};
    if (extension == ".json") return "json";
    if (extension == ".tex") return "latex";
    if (is_binary_table(path) || std::ranges::find(texts, extension) != texts.end()) return "csv";
    return {};
}

/// What to write instead when the result has the format that --format says.
std::string fitting_endings(const std::string& format) {
    if (format == "json") return "let the name end in .json, or leave out --format";
    if (format == "latex") return "let the name end in .tex, or leave out --format";
    if (format == "csv") return "let the name end in .csv or .tsv, or leave out --format";
    return "--format table is for reading on a screen: leave out --format, or let the name end in .txt";
}

/// Endings of formats that a reader's program opens by the name, and that are written nowhere.
constexpr std::array<std::string_view, 22> foreign_endings = {
    ".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".xls", ".xlsb", ".xlsm",    ".ods",
    ".png", ".jpg", ".jpeg", ".gif", ".tif", ".svg", ".html", ".htm", ".rds",  ".parquet", ".zip"};

}  // namespace

void require_written_ending(std::string_view path) {
    const std::string extension = format_extension(path);
    if (std::ranges::find(foreign_endings, extension) == foreign_endings.end()) return;
    throw UsageError("'" + std::string(path) + "': results are not written as " + extension +
                     "; let the name end in .csv, .tsv, .json, .tex, .xlsx, .dta or .sav");
}

bool is_binary_table(std::string_view path) {
    const std::string extension = format_extension(path);
    return extension == ".xlsx" || extension == ".dta" || extension == ".sav";
}

void settle_format(Session& session) {
    const std::string promised = promised_format(session.output);
    if (is_binary_table(session.output) && named_compression(session.output) != Compression::none) {
        throw UsageError("'" + session.output + "': only delimited text and JSON are packed; leave out .gz or .xz");
    }
    session.format_asked = !session.format.empty() || !promised.empty();
    if (session.format.empty()) {
        session.format = !promised.empty() ? promised : session.writes_to_terminal() ? "table" : "csv";
        return;
    }
    const bool text = format_extension(session.output) == ".txt";
    const bool fits = promised.empty() || (session.format == promised && !is_binary_table(session.output)) ||
                      (text && (session.format == "table" || session.format == "latex"));
    if (fits) return;
    throw UsageError("--format " + session.format + " does not fit -o " + session.output + "; " +
                     fitting_endings(session.format));
}

}  // namespace tarazy
