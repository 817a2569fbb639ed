#pragma once

#include "base/error.hpp"
#include "io/csv_header.hpp"
#include "io/csv_scan.hpp"
#include "io/decoded_text.hpp"
#include "io/number_scan.hpp"
#include "io/read_table.hpp"
#include "io/text_layout.hpp"
#include "io/typed_column.hpp"
#include "io/write_table.hpp"

#include <bit>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// For the fuzz target and for the test that replays its corpus.

namespace tarazy {

/// @param keep_na  a column of nothing but `NA` is text, as where its name speaks of codes of states
inline ColumnType expected_type(const std::vector<std::string>& cells, bool keep_na = false) {
    ColumnType type = ColumnType::integer;
    bool saw_na = false, other = false;
    for (const std::string& cell : cells) {
        if (cell.empty()) continue;
        (cell == "NA" ? saw_na : other) = true;
        if (cell == "NA") continue;
        const ScannedNumber number = scan_number(cell);
        if (number.kind == ScannedNumber::Kind::none) return ColumnType::text;
        if (number.kind == ScannedNumber::Kind::real) type = ColumnType::real;
    }
    return keep_na && saw_na && !other ? ColumnType::text : type;
}

/// Does a row hold a value in the first column only?
inline bool has_lone_first_cell(const std::vector<std::vector<std::string>>& cells) {
    for (std::size_t row = 0; row < cells.front().size(); ++row) {
        bool lone = true;
        for (std::size_t c = 1; c < cells.size(); ++c) {
            const bool na = cells[c][row] == "NA" && expected_type(cells[c]) != ColumnType::text;
            lone = lone && (na || cells[c][row].empty());
        }
        if (lone) return true;
    }
    return false;
}

/// Is the rest of the text, behind an empty line and the rows `cells`, remarks of one field a line?
inline bool only_remarks_follow(CsvScanner scanner, const std::vector<std::vector<std::string>>& cells) {
    bool padded = false, first = true;
    for (scanner.skip_blank_lines(); !scanner.done(); scanner.skip_blank_lines()) {
        if (scanner.skip_empty_row()) continue;
        const CsvScanner::Field field = scanner.next();
        if (field.fault != CsvScanner::Fault::none || field.text.empty()) return false;
        if (first && cells.size() == 2 && field.text.find(':') == std::string::npos) return false;
        first = false;
        while (scanner.stop() == CsvScanner::Stop::delimiter) {
            padded = true;
            if (!scanner.next().text.empty()) return false;
        }
    }
    return !padded || !has_lone_first_cell(cells);
}

/// The cells of a text that `read_csv` accepts, read again the slow and simple way; a column for each name of the
/// header, also for those that are empty.
inline std::vector<std::vector<std::string>> plain_cells(std::string_view text, const TextLayout& layout,
                                                         std::vector<std::string>& names) {
    CsvScanner scanner(text, layout.delimiter);
    scanner.move_to(text.data() + layout.begin, layout.line);
    names = read_header(scanner, "t.csv", layout.header_lacks_first).names;
    std::vector<std::vector<std::string>> cells(names.size());
    for (;;) {
        const std::size_t line = scanner.line();
        do scanner.skip_blank_lines();
        while (scanner.skip_empty_row());
        if (scanner.done()) return cells;
        const bool rows = !cells.front().empty();
        if (scanner.line() > line && rows && names.size() > 1 && only_remarks_follow(scanner, cells)) return cells;
        for (std::vector<std::string>& column : cells) column.emplace_back(scanner.next().text);
        while (scanner.stop() == CsvScanner::Stop::delimiter) static_cast<void>(scanner.next());
    }
}

inline bool same_cell(const Column& column, std::size_t row, const std::string& cell) {
    const bool missing = cell.empty() || (cell == "NA" && column.type() != ColumnType::text);
    if (missing || column.missing(row)) return missing == column.missing(row);
    if (column.type() == ColumnType::text) return column.text(row) == cell;
    const ScannedNumber number = scan_number(cell);
    const bool whole = number.kind == ScannedNumber::Kind::integer;
    if (column.type() == ColumnType::integer) return whole && column.integer(row) == number.integer;
    const double real = whole ? static_cast<double>(number.integer) : number.real;
    return std::bit_cast<std::uint64_t>(*column.real(row)) == std::bit_cast<std::uint64_t>(real) ||
           *column.real(row) == real;
}

/// What differs between a column and its cells read the slow way. Texts that became numbers must have been numbers in
/// the form of another language, which the caller's note names; their values are the business of local_numbers_test.
inline std::optional<std::string> column_inconsistency(const Column& column, const std::vector<std::string>& cells,
                                                       const std::string& name) {
    if (column.size() != cells.size()) return "rows are lost in '" + name + "'";
    const ColumnType expected = expected_type(cells, keeps_na(name, {}));
    if (expected == ColumnType::text && column.type() != ColumnType::text) {
        for (std::size_t row = 0; row < column.size(); ++row) {
            const bool missing = cells[row].empty() || cells[row] == "NA";
            if (missing != column.missing(row)) return "a cell is lost in '" + name + "'";
        }
        return std::nullopt;
    }
    if (column.type() != expected) return "the type of column '" + name + "'";
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!same_cell(column, row, cells[row])) return "the cell '" + cells[row] + "'";
    }
    return std::nullopt;
}

/// What is inconsistent about reading this text, or nothing. Texts that are refused with an error of ours are
/// consistent.
inline std::optional<std::string> csv_inconsistency(std::string_view bytes, const ReadOptions& options = {}) {
    const std::string path = "t.csv";
    Table table;
    try {
        table = read_csv(bytes, path, options);
    } catch (const InputError&) {
        return std::nullopt;
    } catch (const LimitError&) {
        return std::nullopt;
    } catch (const UsageError&) {
        return std::nullopt;
    }
    DecodedText decoded;
    decode_text(bytes, path, options.encoding, decoded);
    std::vector<std::string> names;
    const auto cells = plain_cells(decoded.text, layout_of(decoded.text, path, options), names);
    const bool changed = !options.missing.empty() || !options.rename.empty() || !options.recode.empty();
    for (std::size_t index = 0; index < table.columns.size() && !changed; ++index) {
        const std::vector<std::uint32_t>& fields = table.origin.columns;
        const std::size_t field = fields.empty() ? index : fields[index] - 1;
        if (field >= cells.size()) return "a column too many";
        if (auto fault = column_inconsistency(table.columns[index], cells[field], table.names[index])) return fault;
    }
    const std::string written = to_csv(table);
    const Table again = read_csv(written, path, {.as_written = true});
    if (again.names != table.names || again.rows() != table.rows())
        return "what was written reads back as another table";
    if (to_csv(again) != written) return "what was written reads back with other cells";
    return std::nullopt;
}

/// Options that a fuzzer turns on: one bit each.
inline ReadOptions fuzzed_options(unsigned bits) {
    static const std::vector<std::string> encodings = {"",        "",         "",       "windows-1251",
                                                       "kz-1048", "utf-16le", "koi8-r", "latin-1"};
    ReadOptions options;
    options.encoding = encodings[bits & 7U];
    options.delimiter = std::string_view("\0\0\0,;\t| ", 8)[(bits >> 3U) & 7U];
    options.decimal = std::string_view("\0\0,.", 4)[(bits >> 6U) & 3U];
    options.header_row = (bits & 0x100U) != 0 ? 2 : 0;
    static ReadingMatches matches;
    options.matches = &matches;
    if ((bits & 0x200U) != 0) options.missing = {"..", "-9"};
    if ((bits & 0x400U) != 0) options.rename = {{"case", "a"}};
    if ((bits & 0x800U) != 0) options.recode = {{"a", "1", "2"}, {"", "x", ""}};
    return options;
}

}  // namespace tarazy
