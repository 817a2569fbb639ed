#include "io/sheet_table.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "io/column_notes.hpp"
#include "io/csv_header.hpp"
#include "io/file_bytes.hpp"
#include "io/typed_column.hpp"
#include "io/unnamed_columns.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace tarazy {
namespace {

bool can_be_name(const SheetCell& cell) {
    if (cell.kind != SheetCell::Kind::number) return true;
    const auto year = parse_integer(cell.text());
    return year && *year >= 1000 && *year <= 2999;
}

FilledRow shape_of(const std::vector<SheetCell>& cells) {
    FilledRow shape;
    std::set<std::string_view> texts;
    for (const SheetCell& cell : cells) {
        shape.columns.push_back(cell.column);
        shape.can_name = shape.can_name && can_be_name(cell) && texts.insert(cell.text()).second;
    }
    return shape;
}

std::string text_of_row(const std::vector<SheetCell>& cells) {
    std::string line;
    for (const SheetCell& cell : cells) line += (line.empty() ? "" : " ") + cell.text();
    return line;
}

std::string rows_called(std::size_t first, std::size_t last) {
    if (first == last) return "row " + std::to_string(first);
    return "rows " + std::to_string(first) + " to " + std::to_string(last);
}

/// The beginning of a text, quoted, cut between characters.
std::string quoted_beginning(const std::string& text) {
    constexpr std::size_t most = 40;
    if (text.size() <= most) return "'" + text + "'";
    std::size_t length = most;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
    return "'" + text.substr(0, length) + "...'";
}

}  // namespace

SheetTable::SheetTable(std::string path, std::size_t header_row, bool since_1904, std::vector<std::string> keep_na,
                       std::uint64_t max_bytes)
    : path_(std::move(path)),
      max_bytes_(affordable_bytes(max_bytes)),
      header_row_(header_row),
      header_given_(header_row > 0),
      since_1904_(since_1904),
      keep_na_(std::move(keep_na)) {}

void SheetTable::add_row(std::size_t row, std::vector<SheetCell> cells) {
    SheetRow filled{row, std::move(cells)};
    if (has_header_) return take_row(filled);
    if (header_given_) {
        if (row < header_row_) return title_.push_back(text_of_row(filled.cells));
        if (row == header_row_) return take_header(std::move(filled));
        throw InputError(Problem{path_, header_row_, 0, "the row that should name the columns is empty",
                                 "give the number of the row with the names"});
    }
    waiting_.push_back(std::move(filled));
    if (waiting_.size() == rows_to_find_header) find_header();
}

void SheetTable::find_header() {
    std::vector<FilledRow> shapes;
    for (const SheetRow& row : waiting_) shapes.push_back(shape_of(row.cells));
    const std::size_t index = header_index(shapes);
    std::vector<SheetRow> rows = std::exchange(waiting_, {});
    if (index > 0) {
        notes_.push_back(rows_called(rows.front().number, rows[index - 1].number) + " above the table (" +
                         quoted_beginning(rows.front().cells.front().text()) + ") passed over: row " +
                         std::to_string(rows[index].number) + " names the columns (--header-row chooses another)");
    }
    for (std::size_t above = 0; above < index; ++above) title_.push_back(text_of_row(rows[above].cells));
    take_header(std::move(rows[index]));
    for (std::size_t i = index + 1; i < rows.size(); ++i) take_row(rows[i]);
}

SheetTable::SheetColumn& SheetTable::column_at(std::size_t index) {
    if (index >= columns_.size()) columns_.resize(index + 1);
    return columns_[index];
}

void SheetTable::take_header(SheetRow row) {
    has_header_ = true;
    header_row_ = row.number;
    first_column_ = row.cells.front().column;
    for (const SheetCell& cell : row.cells) {
        count_bytes(cell.text().size());
        column_at(cell.column).name = cell.text();
    }
}

/// A sheet of few bytes can name one text in every cell, or have a cell in the last column of each row.
void SheetTable::count_bytes(std::size_t more) {
    held_bytes_ += more;
    constexpr std::size_t bytes_a_cell = 12;  // its number here, and the value that it becomes
    if (held_bytes_ + bytes_a_cell * lines_.size() * columns_.size() > max_bytes_)
        throw LimitError(path_ + ": the sheet is too large (" + std::to_string(lines_.size()) + " rows, " +
                         std::to_string(columns_.size()) + " columns so far); save what is needed of it as CSV");
}

std::int32_t SheetTable::code_of(SheetColumn& column, const SheetCell& cell) {
    if (cell.shared != nullptr) {
        const auto known = column.shared.find(cell.shared);
        if (known != column.shared.end()) return known->second;
    }
    const std::size_t before = column.levels.levels().size();
    const std::int32_t code = column.levels.code_of(cell.text());
    if (column.levels.levels().size() > before) count_bytes(cell.text().size());
    if (cell.shared != nullptr) column.shared.emplace(cell.shared, code);
    return code;
}

void SheetTable::take_row(SheetRow& row) {
    lines_.push_back(static_cast<std::uint32_t>(row.number));
    const SheetCell& first = row.cells.front();
    lone_first_cell_.push_back(row.cells.size() == 1 && first.kind == SheetCell::Kind::text &&
                               first.column <= first_column_);
    for (const SheetCell& cell : row.cells) {
        SheetColumn& column = column_at(cell.column);
        column.codes.resize(lines_.size(), -1);
        column.codes.back() = code_of(column, cell);
        column.dates += cell.kind == SheetCell::Kind::date ? 1 : 0;
        column.numbers += cell.kind == SheetCell::Kind::number ? 1 : 0;
        if (column.first_row == 0) column.first_row = row.number;
    }
    count_bytes(0);
}

/// "Source: ..." below the table: behind an empty row, lone texts in the first column of a table that has none
/// elsewhere.
void SheetTable::leave_out_notes_below() {
    const auto rows = lines_.size();
    const auto named = std::ranges::count_if(columns_, [](const SheetColumn& column) { return !column.name.empty(); });
    std::size_t begin = rows;
    while (begin > 0 && lone_first_cell_[begin - 1]) --begin;
    if (begin == rows || begin == 0 || named < 2 || lines_[begin] == lines_[begin - 1] + 1) return;
    if (std::find(lone_first_cell_.begin(), lone_first_cell_.begin() + static_cast<std::ptrdiff_t>(begin), true) !=
        lone_first_cell_.begin() + static_cast<std::ptrdiff_t>(begin))
        return;
    std::string words;
    for (SheetColumn& column : columns_) {
        if (column.codes.size() <= begin) continue;
        std::vector<std::string> levels = column.levels.take();
        if (words.empty()) words = levels[static_cast<std::size_t>(column.codes[begin])];
        column.codes.resize(begin);
        // What stands below the table only is no value of the column.
        const auto last = std::ranges::max_element(column.codes);
        levels.resize(last == column.codes.end() ? 0 : static_cast<std::size_t>(*last + 1));
        column.levels = TextLevels();
        for (const std::string& level : levels) static_cast<void>(column.levels.code_of(level));
    }
    notes_.push_back(rows_called(lines_[begin], lines_.back()) + " below the table (" + quoted_beginning(words) +
                     ") passed over");
    lines_.resize(begin);
    lone_first_cell_.resize(begin);
}

void SheetTable::tell_empty_rows() {
    std::size_t empty = 0, first = 0, before = header_row_;
    for (const std::uint32_t line : lines_) {
        if (line > before + 1 && empty == 0) first = before + 1;
        empty += line - before - 1;
        before = line;
    }
    if (empty == 0) return;
    notes_.push_back(empty == 1 ? "the empty row " + std::to_string(first) + " passed over"
                                : std::to_string(empty) + " empty rows (the first is row " + std::to_string(first) +
                                      ") passed over");
}

void SheetTable::tell_dates(const std::vector<const SheetColumn*>& columns) {
    std::vector<std::string> names;
    for (const SheetColumn* column : columns) {
        if (column->dates > 0) names.push_back(column->name);
    }
    if (names.empty()) return;
    notes_.push_back(columns_named(names) + (names.size() == 1 ? " holds" : " hold") + " Excel dates" +
                     (since_1904_ ? " (1904 system)" : "") + ": read as ISO dates");
    for (const SheetColumn* column : columns) {
        if (column->dates == 0 || column->numbers == 0) continue;
        notes_.push_back("column " + column->name + " holds " + std::to_string(column->dates) +
                         (column->dates == 1 ? " date and " : " dates and ") + std::to_string(column->numbers) +
                         (column->numbers == 1 ? " number" : " numbers") +
                         " that no style shows as dates: the numbers are left as they are");
    }
}

/// The columns that have a name or a value.
std::vector<std::size_t> SheetTable::used_columns() {
    std::vector<std::size_t> used;
    std::size_t empty = 0;
    for (std::size_t index = 0; index < columns_.size(); ++index) {
        const SheetColumn& column = columns_[index];
        if (!column.name.empty() || std::ranges::any_of(column.codes, [](std::int32_t code) { return code >= 0; })) {
            used.push_back(index);
        } else {
            empty += used.empty() ? 0 : 1;
        }
    }
    if (empty > 0) {
        notes_.push_back(std::to_string(empty) + (empty == 1 ? " empty column" : " empty columns") + " passed over");
    }
    return used;
}

void SheetTable::check_names(const std::vector<std::size_t>& used) const {
    Diagnostics diagnostics;
    for (const std::size_t index : used) {
        const SheetColumn& column = columns_[index];
        if (!column.name.empty()) continue;
        diagnostics.add({path_, column.first_row, index + 1,
                         "there is a cell outside the columns of the header (row " + std::to_string(header_row_) + ")",
                         "name its column, or remove the cell; --header-row says where the header stands"});
    }
    diagnostics.throw_if_any();
    std::vector<std::string> names;
    for (const std::size_t index : used) names.push_back(columns_[index].name);
    check_column_names(names, header_row_, path_);
}

Table SheetTable::table() {
    if (!has_header_ && !waiting_.empty()) find_header();
    if (!has_header_) {
        throw InputError(Problem{path_, header_row_, 0,
                                 header_given_ ? "the sheet has no row of this number" : "the sheet is empty",
                                 "choose another sheet, or give it a header row"});
    }
    leave_out_notes_below();
    tell_empty_rows();
    std::vector<std::size_t> used = used_columns();
    for (const std::size_t index : used) columns_[index].codes.resize(lines_.size(), -1);
    if (used.size() > 1 && columns_[used.front()].name.empty()) {
        SheetColumn& first = columns_[used.front()];
        std::vector<std::string> names;
        for (const std::size_t index : used) names.push_back(columns_[index].name);
        RowNames rows = row_names(typed_by_content({first.codes, first.levels.levels()}), names);
        notes_.push_back(std::move(rows.note));
        if (rows.name) {
            first.name = std::move(*rows.name);
        } else {
            used.erase(used.begin());
        }
    }
    check_names(used);
    std::vector<const SheetColumn*> kept;
    for (const std::size_t index : used) kept.push_back(&columns_[index]);
    tell_dates(kept);
    Table table;
    table.origin.path = path_;
    table.origin.notes = std::move(notes_);
    table.origin.title = std::move(title_);
    for (const std::size_t index : used) {
        SheetColumn& column = columns_[index];
        const bool keep_na = keeps_na(column.name, keep_na_);
        table.add(std::move(column.name), typed_by_content({std::move(column.codes), column.levels.take()}, keep_na));
    }
    const bool regular = header_row_ == 1 && (lines_.empty() || lines_.back() == lines_.size() + 1);
    if (!regular) table.origin.lines = std::move(lines_);
    return table;
}

}  // namespace tarazy
