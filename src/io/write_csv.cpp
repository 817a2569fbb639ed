#include "io/write_csv.hpp"

#include "base/number_digits.hpp"
#include "base/parallel.hpp"
#include "io/csv_scan.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <string>
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

void append_real(std::string& csv, double value) {
    char digits[number_room];
    csv.append(digits, write_number(digits, value));
}

/// The cells of one column, where a loop over rows finds them at once. Most texts stand in the file as they are.
struct WrittenColumn {
    ColumnType type = ColumnType::integer;
    const IntegerCells* integers = nullptr;
    const double* reals = nullptr;
    const std::int32_t* codes = nullptr;
    const std::vector<std::string>* levels = nullptr;
    std::vector<bool> changed = {};  ///< a text is quoted or guarded
};

WrittenColumn written_column(const Column& column, const WriteOptions& options) {
    WrittenColumn written;
    written.type = column.type();
    switch (column.type()) {
        case ColumnType::integer: written.integers = &column.integers(); break;
        case ColumnType::real: written.reals = column.reals().data(); break;
        case ColumnType::text:
            written.codes = column.texts().codes.data();
            written.levels = &column.texts().levels;
            for (const std::string& level : column.texts().levels)
                written.changed.push_back(needs_quotes(level, options.delimiter) ||
                                          (options.spreadsheet_safe && starts_a_formula(level)));
            break;
    }
    return written;
}

/// @returns whether there is a value
bool append_cell(std::string& csv, const WrittenColumn& column, std::size_t row, const WriteOptions& options) {
    switch (column.type) {
        case ColumnType::integer:
            if ((*column.integers)[row] == Column::missing_integer) return false;
            append_integer(csv, (*column.integers)[row]);
            return true;
        case ColumnType::real:
            if (std::isnan(column.reals[row])) return false;
            append_real(csv, column.reals[row]);
            return true;
        case ColumnType::text: {
            if (column.codes[row] < 0) return false;
            const auto level = static_cast<std::size_t>(column.codes[row]);
            const std::string& text = (*column.levels)[level];
            if (column.changed[level]) {
                csv += cell_text(text, options);
            } else {
                csv += text;
            }
            return true;
        }
    }
    return false;
}

void append_csv_row(std::string& csv, const std::vector<WrittenColumn>& columns, std::size_t row,
                    const WriteOptions& options) {
    bool empty = true;  // an empty line, or one of delimiters only, would be skipped by readers
    for (std::size_t index = 0; index < columns.size(); ++index) {
        if (index > 0) csv += options.delimiter;
        if (append_cell(csv, columns[index], row, options)) {
            empty = false;
        } else if (empty && index + 1 == columns.size()) {
            csv += "\"\"";
        }
    }
    csv += '\n';
}

std::string written_header(const Table& table, const WriteOptions& options) {
    std::string line;
    for (std::size_t column = 0; column < table.names.size(); ++column) {
        if (column > 0) line += options.delimiter;
        line += header_text(table.names[column], options);
    }
    return line + '\n';
}

}  // namespace

void write_csv(const Table& table, const WriteOptions& options, unsigned threads, const ByteSink& write,
               CsvHeaderLine header) {
    std::vector<WrittenColumn> columns;
    columns.reserve(table.columns.size());
    for (const Column& column : table.columns) columns.push_back(written_column(column, options));
    if (header == CsvHeaderLine::written) write(written_header(table, options));
    constexpr std::size_t cells_a_block = std::size_t{1} << 15, blocks_at_once = 16;
    const std::size_t block = std::max<std::size_t>(1, cells_a_block / std::max<std::size_t>(1, columns.size()));
    std::vector<std::string> texts(blocks_at_once);  // kept, so that their room is asked for once
    WorkStep step(options.work, "writing rows", table.rows());
    for (std::size_t begin = 0; begin < table.rows(); begin += block * blocks_at_once) {
        const std::size_t count = std::min(block * blocks_at_once, table.rows() - begin);
        parallel_chunks(
            count, block, threads,
            [&](std::size_t first, std::size_t last) {
                std::string& text = texts[first / block];
                for (std::size_t row = first; row < last; ++row) append_csv_row(text, columns, begin + row, options);
            },
            step);
        for (std::string& text : texts) {
            if (!text.empty()) write(text);
            text.clear();
        }
    }
}

std::string to_csv(const Table& table, const WriteOptions& options) {
    std::string csv;
    write_csv(table, options, 1, [&](std::string_view bytes) { csv += bytes; });
    return csv;
}

}  // namespace tarazy
