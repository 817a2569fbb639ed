#include "base/number_text.hpp"
#include "io/csv_scan.hpp"
#include "io/write_table.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace tarazy {
namespace {

/// Also behind blanks, line ends and invisible characters, and with the wide signs of East Asian keyboards, all of
/// which spreadsheets pass over.
bool starts_a_formula(std::string_view text) {
    const auto starts_with_any = [&](std::initializer_list<std::string_view> beginnings) {
        const auto* const found =
            std::ranges::find_if(beginnings, [&](std::string_view beginning) { return text.starts_with(beginning); });
        return found == beginnings.end() ? std::size_t{0} : found->size();
    };
    if (!text.empty() && (text[0] == '\t' || text[0] == '\r' || text[0] == '\n')) return true;
    while (const std::size_t invisible = starts_with_any({" ", "\xC2\xA0", "\xEF\xBB\xBF", "\xE2\x80\x8B"}))
        text.remove_prefix(invisible);
    return starts_with_any({"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}) > 0;
}

/// Quotes also what a reader could take for a byte order mark, and blanks at the edges, which a reader leaves out.
bool needs_quotes(std::string_view text, char delimiter) {
    constexpr std::string_view always = "\"\r\n";
    return text.find(delimiter) != std::string_view::npos || text.find_first_of(always) != std::string_view::npos ||
           text.starts_with("\xEF\xBB\xBF") || without_blanks_around(text).size() != text.size();
}

void append_quoted(std::string& csv, std::string_view text) {
    csv += '"';
    for (const char c : text) {
        if (c == '"') csv += '"';
        csv += c;
    }
    csv += '"';
}

/// A text as it stands in the file: quoted and guarded where needed.
std::string cell_text(std::string_view text, const WriteOptions& options) {
    std::string guarded;
    if (options.spreadsheet_safe && starts_a_formula(text)) guarded = "'";
    guarded += text;
    if (!needs_quotes(guarded, options.delimiter)) return guarded;
    std::string quoted;
    append_quoted(quoted, guarded);
    return quoted;
}

/// Names are quoted, too, if they hold what a reader could take for another delimiter.
std::string header_text(std::string_view name, const WriteOptions& options) {
    const std::string text = cell_text(name, options);
    if (text.empty() || text.front() == '"') return text;
    if (text.find_first_of(",;\t|") == std::string::npos) return text;
    std::string quoted;
    append_quoted(quoted, text);
    return quoted;
}

void append_integer(std::string& csv, std::int64_t value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value);
    csv.append(digits, end.ptr);
}

/// The levels of each text column as they stand in the file, made once.
std::vector<std::vector<std::string>> written_levels(const Table& table, const WriteOptions& options) {
    std::vector<std::vector<std::string>> written(table.columns.size());
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (table.columns[column].type() != ColumnType::text) continue;
        for (const std::string& level : table.columns[column].texts().levels) {
            written[column].push_back(cell_text(level, options));
        }
    }
    return written;
}

}  // namespace

std::string to_csv(const Table& table, const WriteOptions& options) {
    const std::vector<std::vector<std::string>> levels = written_levels(table, options);
    const std::size_t width = table.columns.size();
    std::string csv;
    for (std::size_t column = 0; column < width; ++column) {
        if (column > 0) csv += options.delimiter;
        csv += header_text(table.names[column], options);
    }
    csv += '\n';
    WorkStep step(options.work, "writing rows", table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        step.advance();
        bool empty = true;  // an empty line, or one of delimiters only, would be skipped by readers
        for (std::size_t index = 0; index < width; ++index) {
            if (index > 0) csv += options.delimiter;
            const Column& column = table.columns[index];
            if (column.missing(row)) {
                if (empty && index + 1 == width) csv += "\"\"";
                continue;
            }
            empty = false;
            switch (column.type()) {
                case ColumnType::integer: append_integer(csv, column.integers()[row]); break;
                case ColumnType::real: csv += number_text(column.reals()[row]); break;
                case ColumnType::text: csv += levels[index][static_cast<std::size_t>(column.texts().codes[row])]; break;
            }
        }
        csv += '\n';
    }
    return csv;
}

}  // namespace tarazy
