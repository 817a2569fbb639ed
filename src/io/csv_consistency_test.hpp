#pragma once

#include "base/error.hpp"
#include "io/csv_header.hpp"
#include "io/csv_scan.hpp"
#include "io/number_scan.hpp"
#include "io/read_table.hpp"
#include "io/text_encoding.hpp"
#include "io/write_table.hpp"

#include <bit>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// For the fuzz target and for the test that replays its corpus.

namespace tarazy {

/// The cells of a text that `read_csv` accepts, read again the slow and simple way.
inline std::vector<std::vector<std::string>> plain_cells(std::string_view text, const std::string& path,
                                                         std::size_t columns) {
    text = without_byte_order_mark(text);
    CsvScanner scanner(text, delimiter_of(text, path));
    static_cast<void>(read_header(scanner, path));
    std::vector<std::vector<std::string>> cells(columns);
    for (;;) {
        scanner.skip_blank_lines(columns > 1);
        if (scanner.done()) return cells;
        for (std::vector<std::string>& column : cells) column.emplace_back(scanner.next().text);
    }
}

inline ColumnType expected_type(const std::vector<std::string>& cells) {
    ColumnType type = ColumnType::integer;
    for (const std::string& cell : cells) {
        if (cell.empty() || cell == "NA") continue;
        const ScannedNumber number = scan_number(cell);
        if (number.kind == ScannedNumber::Kind::none) return ColumnType::text;
        if (number.kind == ScannedNumber::Kind::real) type = ColumnType::real;
    }
    return type;
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

/// What is inconsistent about reading this text, or nothing. Texts that are refused with an error of ours are
/// consistent.
inline std::optional<std::string> csv_inconsistency(std::string_view text) {
    const std::string path = "t.csv";
    Table table;
    try {
        table = read_csv(text, path);
    } catch (const InputError&) {
        return std::nullopt;
    } catch (const LimitError&) {
        return std::nullopt;
    }
    const auto cells = plain_cells(text, path, table.columns.size());
    for (std::size_t index = 0; index < cells.size(); ++index) {
        const Column& column = table.columns[index];
        if (column.size() != cells[index].size()) return "rows are lost";
        if (column.type() != expected_type(cells[index])) return "the type of column " + std::to_string(index + 1);
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (!same_cell(column, row, cells[index][row])) return "the cell '" + cells[index][row] + "'";
        }
    }
    const std::string written = to_csv(table);
    const Table again = read_csv(written, path);
    if (again.names != table.names || again.rows() != table.rows())
        return "what was written reads back as another table";
    if (to_csv(again) != written) return "what was written reads back with other cells";
    return std::nullopt;
}

}  // namespace tarazy
