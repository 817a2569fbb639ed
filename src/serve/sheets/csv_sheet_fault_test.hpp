#pragma once

#include "base/error.hpp"
#include "serve/sheets/csv_sheet.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What must come of any bytes in a sheet: a message, or cells of which each, written as it is, leaves every byte as it
/// was, and of which one can be changed without changing what another says. Nothing when it does.
[[nodiscard]] inline std::optional<std::string> csv_sheet_fault(std::string_view bytes) {
    CsvSheet sheet;
    try {
        sheet = read_csv_sheet(std::string(bytes), "given.csv");
    } catch (const InputError& error) {
        return error.problems().empty() ? std::optional<std::string>("refused without a problem") : std::nullopt;
    }
    std::vector<CellText> same;
    for (std::size_t row = 0; row < sheet.rows.size(); ++row)
        for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
            same.push_back({row, column, sheet.rows[row][column].text});
    if (with_cells(sheet, {}) != sheet.bytes) return "no change changes bytes";
    if (with_cells(sheet, same) != sheet.bytes) return "a cell written as it is changes bytes";
    if (same.empty()) return std::nullopt;
    const CellText& chosen = same[bytes.size() % same.size()];
    for (const std::string& text : {std::string("x"), std::string(), std::string("a \"b\",;\t\n"), std::string("қ")}) {
        CsvSheet after;
        try {
            after = read_csv_sheet(with_cells(sheet, {{chosen.row, chosen.column, text}}), "given.csv");
        } catch (const InputError&) {
            continue;  // a quote stands open: refused rather than changed elsewhere
        }
        if (after.rows.size() != sheet.rows.size()) return "a change of a cell changes the number of rows";
        for (const CellText& cell : same) {
            const bool changed = cell.row == chosen.row && cell.column == chosen.column;
            if (cell.column >= after.rows[cell.row].size()) return "a change of a cell removes another one";
            if (after.rows[cell.row][cell.column].text != (changed ? text : cell.text))
                return "a change of a cell to '" + text + "' changes what row " + std::to_string(cell.row) + " says";
        }
    }
    return std::nullopt;
}

}  // namespace tarazy
