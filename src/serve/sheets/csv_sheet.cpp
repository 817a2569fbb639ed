#include "serve/sheets/csv_sheet.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "io/csv_scan.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Character character = utf8_character(text, at);
        if (character.code == 0xFFFD && character.bytes == 1) return false;
        at += character.bytes;
    }
    return true;
}

char delimiter_of_header(std::string_view text) {
    const std::string_view header = text.substr(0, text.find_first_of("\r\n"));
    char best = ',';
    for (const char candidate : {';', '\t'})
        if (std::ranges::count(header, candidate) > std::ranges::count(header, best)) best = candidate;
    return best;
}

/// Where the cell ends of which the scanner has read all, with what stands behind it.
std::size_t end_of_cell(std::string_view bytes, std::size_t after, CsvScanner::Stop stop) {
    if (stop == CsvScanner::Stop::text_end) return after;
    if (stop == CsvScanner::Stop::delimiter) return after - 1;
    const bool line_feed = bytes[after - 1] == '\n';
    return after - (line_feed && after > 1 && bytes[after - 2] == '\r' ? 2 : 1);
}

bool needs_quotes(std::string_view text, char delimiter) {
    return text.find_first_of("\"\r\n") != std::string_view::npos || text.find(delimiter) != std::string_view::npos ||
           (!text.empty() && (text.front() == ' ' || text.back() == ' '));
}

/// @param alone  in its row, where nothing at all would be an empty line
std::string written_cell(const CellText& cell, char delimiter, bool quoted_before, bool alone) {
    if (cell.text.empty() && alone) return "\"\"";
    if (!needs_quotes(cell.text, delimiter) && !(quoted_before && !cell.text.empty())) return cell.text;
    std::string quoted = "\"";
    for (const char c : cell.text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

/// A quote that stands open may be closed, or opened, by what a cell says: then the change would say something else
/// elsewhere. @throws InputError
void require_only_changes(const CsvSheet& before, const CsvSheet& after, const std::vector<CellText>& cells) {
    const auto refuse = [&](std::size_t row) {
        throw InputError(
            {before.path, 0, 0,
             "a change of this cell would change what other cells say, in row " + std::to_string(row + 1),
             "a quote stands open in the file; write it anew with 'tarazy data convert', or mend the quote"});
    };
    std::vector<std::vector<CsvCell>> wanted = before.rows;
    for (const CellText& cell : cells) wanted[cell.row][cell.column].text = cell.text;
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        if (row >= after.rows.size()) refuse(row);
        if (!std::ranges::equal(wanted[row], after.rows[row], {}, &CsvCell::text, &CsvCell::text)) refuse(row);
    }
    if (after.rows.size() != wanted.size() || after.names != before.names) refuse(wanted.size());
}

}  // namespace

std::optional<std::size_t> CsvSheet::column(std::string_view name) const {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

std::string CsvSheet::text(std::size_t row, std::string_view name) const {
    const std::optional<std::size_t> place = column(name);
    return place && *place < rows[row].size() ? rows[row][*place].text : std::string();
}

CsvSheet read_csv_sheet(std::string bytes, const std::string& path) {
    CsvSheet sheet;
    sheet.path = path;
    sheet.bytes = std::move(bytes);
    if (!is_valid_utf8(sheet.bytes))
        throw InputError({path, 0, 0, "the file is not UTF-8, so that its cells cannot be changed one by one",
                          "write it anew with 'tarazy data convert'"});
    std::string_view text = sheet.bytes;
    const std::size_t begin = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    sheet.delimiter = delimiter_of_header(text.substr(begin));
    CsvScanner scanner(text.substr(begin), sheet.delimiter);
    Diagnostics problems;
    std::vector<CsvCell> row;
    while (scanner.skip_blank_lines(), !scanner.done()) {
        do {
            const auto start = static_cast<std::size_t>(scanner.position() - text.data());
            const CsvScanner::Field field = scanner.next();
            const auto after = static_cast<std::size_t>(scanner.position() - text.data());
            if (field.fault != CsvScanner::Fault::none) problems.add(csv_fault(field, row.size() + 1, path));
            row.push_back({start, end_of_cell(text, after, scanner.stop()), std::string(field.text)});
        } while (scanner.stop() == CsvScanner::Stop::delimiter);
        if (sheet.names.empty())
            for (const CsvCell& cell : row) sheet.names.push_back(cell.text);
        else
            sheet.rows.push_back(std::move(row));
        row.clear();
    }
    problems.throw_if_any();
    if (sheet.names.empty()) throw InputError({path, 1, 0, "the file has no header line", "name the columns"});
    return sheet;
}

std::string with_cells(const CsvSheet& sheet, std::vector<CellText> cells) {
    std::ranges::sort(cells, {}, [&](const CellText& cell) { return sheet.rows[cell.row][cell.column].begin; });
    std::string changed;
    std::size_t at = 0;
    for (const CellText& cell : cells) {
        const CsvCell& before = sheet.rows[cell.row][cell.column];
        if (cell.text == before.text) continue;  // blanks and quotes around it stay
        const bool quoted = before.end > before.begin && sheet.bytes[before.begin] == '"';
        changed.append(sheet.bytes, at, before.begin - at);
        changed += written_cell(cell, sheet.delimiter, quoted, sheet.rows[cell.row].size() == 1);
        at = before.end;
    }
    changed.append(sheet.bytes, at);
    require_only_changes(sheet, read_csv_sheet(changed, sheet.path), cells);
    return changed;
}

}  // namespace tarazy
