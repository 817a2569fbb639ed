#include "table/table.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_cut.hpp"
#include "table/column_labels.hpp"
#include "table/list_cells.hpp"
#include "table/lone_mark.hpp"
#include "table/text_levels.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace tarazy {
namespace {

Problem not_a(const Table& table, std::size_t row, std::string_view name, std::string_view wanted) {
    return table.problem(
        row, name, std::string(name) + " is '" + shortened(table[name].display(row)) + "', not " + std::string(wanted),
        "mend the cell, or leave it empty if it is not known");
}

/// A mark for "not known" that keeps the column from being numeric is one problem, not one a cell.
void refuse_lone_mark(const Table& table, std::string_view name, std::string_view wanted) {
    const auto mark = lone_mark(table[name]);
    if (!mark || mark->cells < 2) return;
    throw InputError(table.problem(mark->first_row, name,
                                   std::string(name) + " is '" + shortened(mark->text) + "' in " +
                                       std::to_string(mark->cells) + " cells, not " + std::string(wanted),
                                   mark_remedy(*mark)));
}

std::optional<std::int64_t> whole_number(const Column& column, std::size_t row) {
    if (column.type() == ColumnType::text) return parse_integer(*column.text(row));
    const double value = *column.real(row);
    constexpr double exact = 0x1.0p53;  // beyond this doubles skip integers
    if (std::abs(value) > exact || value != std::trunc(value)) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

}  // namespace

std::string_view to_string(ColumnType type) noexcept {
    switch (type) {
        case ColumnType::integer: return "integer";
        case ColumnType::real: return "real";
        case ColumnType::text: return "text";
    }
    return "text";
}

Column::Column(std::span<const std::string> texts) {
    TextCells cells;
    cells.codes.reserve(texts.size());
    TextLevels levels;
    for (const std::string& text : texts) cells.codes.push_back(text.empty() ? -1 : levels.code_of(text));
    cells.levels = levels.take();
    cells_ = std::move(cells);
}

Column with_lists(Column column, bool lists) {
    column.lists_ = lists;
    return column;
}

Column Column::of_lists(std::span<const std::vector<std::string>> lists) {
    std::vector<std::string> texts;
    texts.reserve(lists.size());
    for (const std::vector<std::string>& items : lists) texts.push_back(list_cell(items));
    return with_lists(Column(texts), true);
}

std::vector<std::string> Column::list(std::size_t row) const {
    return missing(row) ? std::vector<std::string>{} : list_items(*text(row));
}

std::size_t Column::size() const noexcept {
    switch (type()) {
        case ColumnType::integer: return integers().size();
        case ColumnType::real: return reals().size();
        case ColumnType::text: return texts().codes.size();
    }
    return 0;
}

bool Column::missing(std::size_t row) const {
    switch (type()) {
        case ColumnType::integer: return integers()[row] == missing_integer;
        case ColumnType::real: return std::isnan(reals()[row]);
        case ColumnType::text: return texts().codes[row] < 0;
    }
    return true;
}

std::size_t Column::count_missing() const {
    std::size_t count = 0;
    for (std::size_t row = 0; row < size(); ++row) count += missing(row) ? 1 : 0;
    return count;
}

std::optional<std::int64_t> Column::integer(std::size_t row) const {
    const std::int64_t cell = integers()[row];
    return cell == missing_integer ? std::nullopt : std::optional(cell);
}

std::optional<double> Column::real(std::size_t row) const {
    assert(type() != ColumnType::text);
    if (missing(row)) return std::nullopt;
    return type() == ColumnType::integer ? static_cast<double>(integers()[row]) : reals()[row];
}

std::optional<std::string_view> Column::text(std::size_t row) const {
    const std::int32_t code = texts().codes[row];
    if (code < 0) return std::nullopt;
    return texts().levels[static_cast<std::size_t>(code)];
}

std::string Column::display(std::size_t row) const {
    if (missing(row)) return {};
    switch (type()) {
        case ColumnType::integer: return std::to_string(integers()[row]);
        case ColumnType::real: return number_text(reals()[row]);
        case ColumnType::text: return std::string(*text(row));
    }
    return {};
}

std::optional<std::size_t> Table::find(std::string_view name) const noexcept {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

const Column& Table::operator[](std::string_view name) const {
    const auto index = find(name);
    assert(index.has_value());
    return columns[*index];
}

void Table::add(std::string name, Column column) {
    assert(columns.empty() || column.size() == rows());
    names.push_back(std::move(name));
    columns.push_back(std::move(column));
}

Problem Table::problem(std::size_t row, std::string_view column, std::string what, std::string remedy) const {
    const std::size_t line = origin.lines.empty() ? row + 2 : origin.lines[row];
    const auto index = find(column);
    const bool moved = index && *index < origin.columns.size();
    const std::size_t field = !index ? 0 : moved ? origin.columns[*index] : *index + 1;
    return {origin.path, line, field, std::move(what), std::move(remedy)};
}

const Column& require_column(const Table& table, std::string_view name) {
    const std::string wanted(name);
    require_columns(table, std::span(&wanted, 1));
    return table[name];
}

void require_columns(const Table& table, std::span<const std::string> names) {
    Diagnostics diagnostics;
    for (const std::string& name : names) {
        if (table.find(name)) continue;
        diagnostics.add({table.origin.path, 1, 0, "there is no column '" + name + "'", name_hint(name, table.names)});
    }
    diagnostics.throw_if_any();
}

std::vector<std::int64_t> require_integers(const Table& table, std::string_view name) {
    const Column& column = require_column(table, name);
    if (column.type() == ColumnType::integer) return {column.integers().begin(), column.integers().end()};
    refuse_lone_mark(table, name, "an integer");
    std::vector<std::int64_t> cells(column.size(), Column::missing_integer);
    Diagnostics diagnostics;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.missing(row)) continue;
        if (const auto value = whole_number(column, row)) {
            cells[row] = *value;
        } else {
            diagnostics.add(not_a(table, row, name, "an integer"));
        }
    }
    diagnostics.throw_if_any();
    return cells;
}

std::vector<double> require_reals(const Table& table, std::string_view name) {
    const Column& column = require_column(table, name);
    refuse_lone_mark(table, name, "a finite number");
    std::vector<double> cells(column.size(), std::numeric_limits<double>::quiet_NaN());
    Diagnostics diagnostics;
    const bool commas = is_of_decimal_commas(column);
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.missing(row)) continue;
        if (column.type() != ColumnType::text) {
            cells[row] = *column.real(row);
        } else if (const auto value = parse_real(*column.text(row))) {
            cells[row] = *value;
        } else if (!commas || !has_decimal_comma(*column.text(row))) {
            diagnostics.add(not_a(table, row, name, "a finite number"));
        }
    }
    diagnostics.throw_if_any();
    return cells;
}

std::vector<std::string> require_texts(const Table& table, std::string_view name) {
    const Column& column = require_column(table, name);
    std::vector<std::string> cells(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) cells[row] = column.display(row);
    return cells;
}

namespace {

template <typename Cell>
std::vector<Cell> taken(std::span<const Cell> cells, std::span<const std::size_t> rows) {
    std::vector<Cell> result;
    result.reserve(rows.size());
    for (const std::size_t row : rows) result.push_back(cells[row]);
    return result;
}

IntegerCells taken(const IntegerCells& cells, std::span<const std::size_t> rows) {
    IntegerCells result;
    for (const std::size_t row : rows) result.push_back(cells[row]);
    return result;
}

Column taken(const Column& column, std::span<const std::size_t> rows) {
    switch (column.type()) {
        case ColumnType::integer: return Column(taken(column.integers(), rows));
        case ColumnType::real: return Column(taken(column.reals(), rows));
        case ColumnType::text: break;
    }
    const TextCells& cells = column.texts();
    return with_lists(Column(TextCells{taken(std::span(cells.codes), rows), cells.levels}), column.holds_lists());
}

Column stacked(const Column* upper, std::size_t upper_rows, const Column* lower, std::size_t lower_rows) {
    const auto type_of = [](const Column* column) { return column ? column->type() : ColumnType::integer; };
    const ColumnType type = std::max(type_of(upper), type_of(lower));
    if (type == ColumnType::text) {
        std::vector<std::string> cells;
        cells.reserve(upper_rows + lower_rows);
        for (std::size_t row = 0; row < upper_rows; ++row) cells.push_back(upper ? upper->display(row) : "");
        for (std::size_t row = 0; row < lower_rows; ++row) cells.push_back(lower ? lower->display(row) : "");
        const bool lists = (!upper || upper->holds_lists()) && (!lower || lower->holds_lists());
        return with_lists(Column(std::span<const std::string>(cells)), lists);
    }
    if (type == ColumnType::integer) {
        IntegerCells cells;
        for (std::size_t row = 0; row < upper_rows; ++row)
            cells.push_back(upper ? upper->integers()[row] : Column::missing_integer);
        for (std::size_t row = 0; row < lower_rows; ++row)
            cells.push_back(lower ? lower->integers()[row] : Column::missing_integer);
        return Column(std::move(cells));
    }
    std::vector<double> cells(upper_rows + lower_rows, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t row = 0; upper && row < upper_rows; ++row) cells[row] = upper->real(row).value_or(cells[row]);
    for (std::size_t row = 0; lower && row < lower_rows; ++row) {
        cells[upper_rows + row] = lower->real(row).value_or(cells[upper_rows + row]);
    }
    return Column(std::move(cells));
}

}  // namespace

Table take_rows(const Table& table, std::span<const std::size_t> rows) {
    Table result;
    result.names = table.names;
    result.origin.path = table.origin.path;
    result.origin.sha256 = table.origin.sha256;
    result.origin.notes = table.origin.notes;
    result.origin.columns = table.origin.columns;
    for (const Column& column : table.columns) {
        result.columns.push_back(taken(column, rows));
        result.columns.back().set_labels(column.labels());
    }
    result.origin.lines.reserve(rows.size());
    for (const std::size_t row : rows) {
        result.origin.lines.push_back(table.origin.lines.empty() ? static_cast<std::uint32_t>(row + 2)
                                                                 : table.origin.lines[row]);
    }
    return result;
}

Table append_rows(const Table& upper, const Table& lower) {
    Table result;
    result.names = upper.names;
    for (const std::string& name : lower.names) {
        if (!upper.find(name)) result.names.push_back(name);
    }
    const auto column_of = [](const Table& table, const std::string& name) -> const Column* {
        const auto index = table.find(name);
        return index ? &table.columns[*index] : nullptr;
    };
    for (const std::string& name : result.names) {
        const Column *above = column_of(upper, name), *below = column_of(lower, name);
        result.columns.push_back(stacked(above, upper.rows(), below, lower.rows()));
        result.columns.back().set_labels(
            joined_labels(above ? above->labels() : nullptr, below ? below->labels() : nullptr));
    }
    return result;
}

}  // namespace tarazy
