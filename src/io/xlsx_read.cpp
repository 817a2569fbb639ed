#include "io/xlsx_read.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "io/sheet_cells.hpp"
#include "io/sheet_table.hpp"
#include "io/workbook.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace tarazy {
namespace {

std::string quoted_names(const std::vector<std::string>& names) {
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i) text += (i > 0 ? ", '" : "'") + names[i] + "'";
    if (names.size() > most) text += " and " + std::to_string(names.size() - most) + " more";
    return text;
}

bool same_in_any_case(std::string_view left, std::string_view right) {
    const auto text = [](std::string_view utf8) {
        return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    };
    return text(left).caseCompare(text(right), U_FOLD_CASE_DEFAULT) == 0;
}

std::vector<std::string> names_of_sheets(const Workbook& workbook, bool with_hidden) {
    std::vector<std::string> names;
    for (const Workbook::Sheet& sheet : workbook.sheets()) {
        if (with_hidden || !sheet.hidden) names.push_back(sheet.name);
    }
    return names;
}

/// The sheet with this name, else the one with this number among those that can be seen, from 1.
std::size_t named_sheet(const Workbook& workbook, const std::string& wanted, const std::string& path) {
    const std::vector<std::string> names = names_of_sheets(workbook, true);
    auto found = std::ranges::find(names, wanted);
    if (found == names.end()) {
        found = std::ranges::find_if(names, [&](const std::string& name) { return same_in_any_case(name, wanted); });
    }
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    if (auto number = parse_integer(wanted); number && *number > 0) {
        for (std::size_t index = 0; index < names.size(); ++index) {
            if (!workbook.sheets()[index].hidden && --*number == 0) return index;
        }
    }
    throw InputError(Problem{path, 0, 0, "there is no sheet '" + wanted + "' (its sheets: " + quoted_names(names) + ")",
                             name_hint(wanted, names)});
}

/// The first sheet that can be seen.
std::size_t first_sheet(const Workbook& workbook, std::vector<std::string>& notes) {
    const std::vector<Workbook::Sheet>& sheets = workbook.sheets();
    const auto visible = std::ranges::find(sheets, false, &Workbook::Sheet::hidden);
    const auto chosen = visible == sheets.end() ? sheets.begin() : visible;
    const auto index = static_cast<std::size_t>(chosen - sheets.begin());
    if (index > 0) {
        notes.push_back((index == 1 ? "the hidden sheet '" + sheets.front().name + "' was"
                                    : std::to_string(index) + " hidden sheets were") +
                        " passed over (--sheet NAME reads it)");
    }
    std::vector<std::string> others = names_of_sheets(workbook, false);
    std::erase(others, chosen->name);
    if (!others.empty()) {
        notes.push_back("the sheet '" + chosen->name + "' was read; --sheet chooses another (" + quoted_names(others) +
                        ")");
    }
    return index;
}

void tell_about_cells(const SheetCells& cells, const Workbook& workbook, std::vector<std::string>& notes) {
    const auto word = [](const ToldCells& told, const char* one, const char* many) {
        return told.count == 1 ? one : many;
    };
    if (const ToldCells& told = cells.without_result(); told.count > 0) {
        notes.push_back(std::string(word(told, "a formula", "formulas")) + " without a stored result in " +
                        told.listed() +
                        ": read as missing; open the workbook in Excel or LibreOffice and save it, so that it is "
                        "calculated");
    }
    const ToldCells& formulas = cells.formulas();
    if (workbook.calculates_when_opened() && formulas.count > cells.without_result().count) {
        notes.push_back("the results of " + std::to_string(formulas.count) +
                        (formulas.count == 1 ? " formula (" : " formulas (") + formulas.listed() +
                        ") were stored by a program that leaves calculating to Excel and may be wrong; open the "
                        "workbook in Excel or LibreOffice and save it");
    }
    if (const ToldCells& told = cells.errors(); told.count > 0) {
        notes.push_back(std::string(word(told, "an error value", "error values")) + " in " + told.listed() +
                        ": read as missing");
    }
    if (const ToldCells& told = cells.no_dates(); told.count > 0) {
        notes.push_back(std::string(word(told, "a number", "numbers")) + " shown as a date that there is not in " +
                        told.listed() + ": kept as 'serial ...'");
    }
}

/// Of what stands in the rows of the table.
void tell_about_rows(const SheetCells& cells, std::size_t header_row, const Table& table,
                     std::vector<std::string>& notes) {
    if (cells.hidden_rows() > 0) {
        notes.push_back(std::to_string(cells.hidden_rows()) + (cells.hidden_rows() == 1
                                                                   ? " hidden row was read like the others"
                                                                   : " hidden rows were read like the others"));
    }
    ToldCells merged;
    const std::size_t last =
        table.origin.lines.empty() ? table.rows() + 1 : static_cast<std::size_t>(table.origin.lines.back());
    for (const SheetCells::MergedCells& block : cells.merged()) {
        if (block.last_row > header_row && block.first_row <= last) merged.add(block.reference);
    }
    if (merged.count == 0) return;
    notes.push_back("merged cells in " + merged.listed() +
                    ": only the first of them holds the value, the others are read as missing");
}

}  // namespace

Table read_xlsx(std::string_view bytes, const std::string& path, const ReadOptions& options) {
    if (bytes.empty()) throw InputError(Problem{path, 0, 0, "the file is empty", "save the workbook again"});
    Workbook workbook(bytes, path, options.max_bytes, options.work);
    std::vector<std::string> notes;
    const std::size_t index =
        options.sheet.empty() ? first_sheet(workbook, notes) : named_sheet(workbook, options.sheet, path);
    SheetTable sheet(path, options.header_row, workbook.since_1904(), options.keep_na, options.max_bytes);
    SheetCells cells(workbook,
                     [&](std::size_t row, std::vector<SheetCell>& filled) { sheet.add_row(row, std::move(filled)); });
    workbook.read_sheet(index, cells.events());
    tell_about_cells(cells, workbook, notes);
    options.work.check();
    Table table = sheet.table();
    tell_about_rows(cells, sheet.header_row(), table, notes);
    table.origin.notes.insert(table.origin.notes.begin(), notes.begin(), notes.end());
    return table;
}

}  // namespace tarazy
