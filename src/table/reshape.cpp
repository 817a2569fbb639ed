#include "table/reshape.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "table/year_of_column.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

/// Values of several columns as one column: whole numbers, numbers or texts, whichever all of them are.
class MixedValues {
public:
    explicit MixedValues(const std::vector<const Column*>& columns) {
        for (const Column* column : columns) {
            if (column->count_missing() == column->size()) continue;
            type_ = std::max(type_, column->type());
        }
    }
    void add(const Column& column, std::size_t row) {
        if (type_ == ColumnType::text) {
            texts_.push_back(column.missing(row) ? std::string() : column.display(row));
        } else if (type_ == ColumnType::real) {
            reals_.push_back(column.type() == ColumnType::text ? Column::missing_real
                                                               : real_or_missing(column.real(row)));
        } else {
            integers_.push_back(column.type() == ColumnType::integer
                                    ? column.integer(row).value_or(Column::missing_integer)
                                    : Column::missing_integer);
        }
    }
    void add_missing() {
        if (type_ == ColumnType::text) texts_.emplace_back();
        if (type_ == ColumnType::real) reals_.push_back(Column::missing_real);
        if (type_ == ColumnType::integer) integers_.push_back(Column::missing_integer);
    }
    [[nodiscard]] Column column() {
        if (type_ == ColumnType::text) return Column(texts_);
        if (type_ == ColumnType::real) return Column(std::move(reals_));
        return Column(std::move(integers_));
    }

private:
    ColumnType type_ = ColumnType::integer;
    std::vector<std::int64_t> integers_;
    std::vector<double> reals_;
    std::vector<std::string> texts_;
};

void refuse_unknown(const Table& table, const std::vector<std::string>& names) {
    Diagnostics diagnostics;
    for (const std::string& name : names)
        if (!table.find(name))
            diagnostics.add(
                {table.origin.path, 1, 0, "there is no column '" + name + "'", name_hint(name, table.names)});
    diagnostics.throw_if_any();
}

void refuse_twice(const Table& table) {
    std::set<std::string> seen;
    for (const std::string& name : table.names)
        if (!seen.insert(name).second)
            throw InputError({table.origin.path, 1, 0, "two columns would be called '" + name + "'",
                              "choose other names with --name, --value or --rename"});
}

void refuse_too_many(std::size_t rows, std::size_t columns) {
    if (columns > 0 && rows > most_cells / columns)
        throw LimitError("the result would have " + std::to_string(rows) + " rows of " + std::to_string(columns) +
                         " columns, more than " + std::to_string(most_cells) +
                         " cells; choose rows with --where and columns with --ids and --columns");
}

std::optional<std::pair<std::int64_t, std::int64_t>> span_of(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return std::nullopt;
    const auto first = parse_integer(trimmed(text.substr(0, dots)));
    const auto last = parse_integer(trimmed(text.substr(dots + 2)));
    if (!first || !last || *last < *first) return std::nullopt;
    return std::pair(*first, *last);
}

bool means_column(const std::string& wanted, const std::string& name) {
    if (wanted == name) return true;
    if (wanted.ends_with('*')) return name.starts_with(std::string_view(wanted).substr(0, wanted.size() - 1));
    const auto span = span_of(wanted);
    const auto year = span ? year_of_column(name) : std::nullopt;
    return year && *year >= span->first && *year <= span->second;
}

/// Columns of the table that are meant by `columns`, in the table's order.
std::vector<std::size_t> columns_meant(const Table& table, const ReshapeOrder& order) {
    std::vector<std::size_t> meant;
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        const std::string& name = table.names[c];
        const bool is_id = std::ranges::find(order.ids, name) != order.ids.end() ||
                           std::ranges::find(order.left_out, name) != order.left_out.end();
        const bool asked = order.columns.empty() || std::ranges::any_of(order.columns, [&](const std::string& wanted) {
                               return means_column(wanted, name);
                           });
        if (asked && !is_id) meant.push_back(c);
    }
    if (meant.empty())
        throw InputError({table.origin.path, 1, 0, "no column is meant by --columns " + joined(order.columns, ","),
                          "the table has " + first_few(table.names, 12)});
    return meant;
}

std::vector<std::size_t> id_columns(const Table& table, const ReshapeOrder& order,
                                    const std::vector<std::size_t>& taken) {
    std::vector<std::size_t> ids;
    for (const std::string& name : order.ids) ids.push_back(*table.find(name));
    if (!order.ids.empty()) return ids;
    for (std::size_t c = 0; c < table.names.size(); ++c)
        if (std::ranges::find(taken, c) == taken.end() &&
            std::ranges::find(order.left_out, table.names[c]) == order.left_out.end())
            ids.push_back(c);
    return ids;
}

/// The chosen rows of some columns; origin without lines.
Table picked(const Table& table, const std::vector<std::size_t>& columns, const std::vector<std::size_t>& rows) {
    Table part;
    part.origin.path = table.origin.path;
    for (const std::size_t c : columns) part.add(table.names[c], table.columns[c]);
    return take_rows(part, rows);
}

Column names_as_column(const std::vector<std::string>& names, std::size_t times) {
    std::vector<std::int64_t> years;
    for (const std::string& name : names)
        if (const auto year = year_of_column(name)) years.push_back(*year);
    if (years.size() == names.size()) {
        std::vector<std::int64_t> cells;
        for (std::size_t row = 0; row < times; ++row) cells.insert(cells.end(), years.begin(), years.end());
        return Column(std::move(cells));
    }
    TextCells cells;
    cells.levels = names;
    for (std::size_t row = 0; row < times; ++row)
        for (std::size_t k = 0; k < names.size(); ++k) cells.codes.push_back(static_cast<std::int32_t>(k));
    return Column(std::move(cells));
}

Table to_long(const Table& table, const ReshapeOrder& order) {
    const std::vector<std::size_t> meant = columns_meant(table, order);
    const std::vector<std::size_t> ids = id_columns(table, order, meant);
    refuse_too_many(table.rows() * meant.size(), ids.size() + 2);
    std::vector<std::size_t> rows;
    rows.reserve(table.rows() * meant.size());
    for (std::size_t row = 0; row < table.rows(); ++row) rows.insert(rows.end(), meant.size(), row);
    Table result = picked(table, ids, rows);
    std::vector<std::string> names;
    std::vector<const Column*> columns;
    for (const std::size_t c : meant) {
        names.push_back(table.names[c]);
        columns.push_back(&table.columns[c]);
    }
    MixedValues values(columns);
    for (std::size_t row = 0; row < table.rows(); ++row)
        for (const Column* column : columns) values.add(*column, row);
    result.add(order.name, names_as_column(names, table.rows()));
    result.add(order.value, values.column());
    return result;
}

/// Cells of some columns as one key.
std::string key_of(const Table& table, const std::vector<std::size_t>& columns, std::size_t row) {
    std::string key;
    for (const std::size_t c : columns) {
        const std::string cell = table.columns[c].display(row);
        key += std::to_string(cell.size()) + ':' + cell;
    }
    return key;
}

Table to_wide(const Table& table, const ReshapeOrder& order) {
    const std::size_t name = *table.find(order.name), value = *table.find(order.value);
    const std::vector<std::size_t> ids = id_columns(table, order, {name, value});
    std::map<std::string, std::size_t> place_of_key, place_of_name;
    std::vector<std::size_t> first_rows;
    std::vector<std::string> names;
    std::vector<std::pair<std::size_t, std::size_t>> places;  // row and column of each value
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto [key, new_key] = place_of_key.try_emplace(key_of(table, ids, row), first_rows.size());
        if (new_key) first_rows.push_back(row);
        const std::string text = table.columns[name].display(row);
        const auto [column, new_name] = place_of_name.try_emplace(text, names.size());
        if (new_name) names.push_back(text.empty() ? "missing" : text);
        places.emplace_back(key->second, column->second);
    }
    refuse_too_many(first_rows.size(), ids.size() + names.size());
    constexpr std::size_t none = ~std::size_t{0};
    std::vector<std::size_t> row_of(first_rows.size() * names.size(), none);
    Diagnostics diagnostics;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::size_t& cell = row_of[places[row].first * names.size() + places[row].second];
        if (cell != none)
            diagnostics.add(table.problem(row, order.value,
                                          "a second value for '" + names[places[row].second] + "' in the same row",
                                          "keep one row for each, or add them up with --sum first"));
        cell = row;
    }
    diagnostics.throw_if_any();
    Table result = picked(table, ids, first_rows);
    for (std::size_t k = 0; k < names.size(); ++k) {
        MixedValues values({&table.columns[value]});
        for (std::size_t r = 0; r < first_rows.size(); ++r) {
            const std::size_t row = row_of[r * names.size() + k];
            if (row == none) {
                values.add_missing();
            } else {
                values.add(table.columns[value], row);
            }
        }
        result.add(names[k], values.column());
    }
    return result;
}

Column repeated_text(const std::string& text, std::size_t rows) {
    return Column(TextCells{std::vector<std::int32_t>(rows, 0), {text}});
}

Table stacked_pieces(const Table& table, const ReshapeOrder& order) {
    std::vector<std::size_t> ids;
    for (const std::string& name : order.ids) ids.push_back(*table.find(name));
    std::vector<std::size_t> rows(table.rows());
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = row;
    Table result;
    for (const StackedPiece& piece : order.pieces) {
        Table part = picked(table, ids, rows);
        for (const StackedPiece::Cell& cell : piece.cells)
            part.add(cell.name, cell.is_text ? repeated_text(cell.from, table.rows()) : table[cell.from]);
        refuse_twice(part);
        refuse_too_many(result.rows() + part.rows(), part.names.size());
        result = result.names.empty() ? std::move(part) : append_rows(result, part);
    }
    return result;
}

/// Columns that the order names must be there.
void check_names(const Table& table, const ReshapeOrder& order) {
    std::vector<std::string> names = order.ids;
    if (order.shape == ReshapeOrder::Shape::to_long) {
        for (const std::string& wanted : order.columns)
            if (!wanted.ends_with('*') && !span_of(wanted)) names.push_back(wanted);
    }
    if (order.shape == ReshapeOrder::Shape::to_wide) names.insert(names.end(), {order.name, order.value});
    for (const StackedPiece& piece : order.pieces)
        for (const StackedPiece::Cell& cell : piece.cells)
            if (!cell.is_text) names.push_back(cell.from);
    refuse_unknown(table, names);
}

Table shaped(const Table& table, const ReshapeOrder& order) {
    switch (order.shape) {
        case ReshapeOrder::Shape::to_long: return to_long(table, order);
        case ReshapeOrder::Shape::to_wide: return to_wide(table, order);
        case ReshapeOrder::Shape::stacked: return stacked_pieces(table, order);
        case ReshapeOrder::Shape::as_it_is: break;
    }
    if (order.ids.empty()) return table;
    std::vector<std::size_t> rows(table.rows());
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = row;
    return picked(table, id_columns(table, order, {}), rows);
}

Table chosen_rows(const Table& table, const ReshapeOrder& order) {
    if (order.where.empty()) return table;
    std::vector<std::string> names;
    for (const RowFilter& condition : order.where) names.push_back(condition.column);
    refuse_unknown(table, names);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto holds = [&](const RowFilter& one) { return satisfies(table[one.column], row, one) != one.except; };
        if (std::ranges::all_of(order.where, holds)) rows.push_back(row);
    }
    if (rows.empty() && table.rows() > 0)
        throw InputError({table.origin.path, 0, 0, "no row satisfies --where",
                          "see what the columns hold with 'tarazy data inspect'"});
    return take_rows(table, rows);
}

Table without_missing(Table table, const ReshapeOrder& order, std::vector<std::string>& notes) {
    std::vector<std::size_t> tested;
    const bool has_value = order.shape == ReshapeOrder::Shape::to_long || order.shape == ReshapeOrder::Shape::stacked;
    const auto value = has_value ? table.find(order.value) : std::nullopt;
    for (std::size_t c = 0; c < table.names.size(); ++c)
        if (!value || c == *value) tested.push_back(c);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto missing = [&](std::size_t c) { return table.columns[c].missing(row); };
        if (std::ranges::none_of(tested, missing)) rows.push_back(row);
    }
    if (rows.size() == table.rows()) return table;
    notes.push_back(std::to_string(table.rows() - rows.size()) + " rows without a value were left out");
    return take_rows(table, rows);
}

Table summed(const Table& table, const ReshapeOrder& order, std::vector<std::string>& notes) {
    refuse_unknown(table, {order.value});
    const std::vector<double> values = require_reals(table, order.value);
    const std::size_t value = *table.find(order.value);
    std::vector<std::size_t> others;
    for (std::size_t c = 0; c < table.names.size(); ++c)
        if (c != value) others.push_back(c);
    std::map<std::string, std::size_t> places;
    std::vector<std::size_t> rows;
    std::vector<double> sums;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto [place, fresh] = places.try_emplace(key_of(table, others, row), rows.size());
        if (fresh) {
            rows.push_back(row);
            sums.push_back(values[row]);
        } else if (std::isnan(sums[place->second])) {
            sums[place->second] = values[row];
        } else if (!std::isnan(values[row])) {
            sums[place->second] += values[row];
        }
    }
    if (rows.size() == table.rows()) return table;
    notes.push_back(std::to_string(table.rows()) + " rows were added up to " + std::to_string(rows.size()) +
                    "; a missing value adds nothing");
    Table result = take_rows(table, rows);
    result.columns[value] = Column(std::move(sums));
    return result;
}

/// `NAME=REST` at the first equals sign.
std::pair<std::string, std::string> parted_at_equals(std::string_view text, const char* option) {
    const std::size_t sign = text.find('=');
    if (sign == std::string_view::npos || trimmed(text.substr(0, sign)).empty())
        throw UsageError(std::string(option) + " '" + std::string(text) + "': write COLUMN=.. ");
    return {std::string(trimmed(text.substr(0, sign))), std::string(trimmed(text.substr(sign + 1)))};
}

}  // namespace

bool satisfies(const Column& column, std::size_t row, const RowFilter& condition) {
    const std::string cell = column.missing(row) ? std::string() : column.display(row);
    if (std::ranges::find(condition.texts, cell) != condition.texts.end()) return true;
    if (condition.spans.empty() || cell.empty()) return false;
    const auto number = parse_real(cell);
    return number && std::ranges::any_of(condition.spans, [&](const auto& span) {
               return *number >= static_cast<double>(span.first) && *number <= static_cast<double>(span.second);
           });
}

RowFilter row_filter(std::string_view text) {
    auto [column, list] = parted_at_equals(text, "--where");
    RowFilter condition;
    condition.except = column.ends_with('!');
    if (condition.except) column.pop_back();
    condition.column = trimmed(column);
    for (const std::string& item : listed(list, ',')) {
        if (const auto span = span_of(item)) {
            condition.spans.push_back(*span);
        } else {
            condition.texts.push_back(item);
        }
    }
    if (list.empty()) condition.texts.emplace_back();
    return condition;
}

StackedPiece stacked_piece(std::string_view text) {
    StackedPiece piece;
    for (const std::string& item : listed(text, ',')) {
        auto [name, from] = parted_at_equals(item, "--stack");
        const bool is_text = from.size() >= 2 && from.starts_with('"') && from.ends_with('"');
        if (is_text) from = from.substr(1, from.size() - 2);
        piece.cells.push_back({name, from, is_text});
    }
    if (piece.cells.empty()) throw UsageError("--stack: write NEW=COLUMN,.. or NEW=\"text\"");
    return piece;
}

Table reshaped(const Table& table, const ReshapeOrder& order, std::vector<std::string>& notes) {
    check_names(table, order);
    Table result = shaped(chosen_rows(table, order), order);
    refuse_twice(result);
    if (order.drop_missing) result = without_missing(std::move(result), order, notes);
    if (order.sum) result = summed(result, order, notes);
    if (result.rows() == 0)
        throw InputError({table.origin.path, 0, 0, "no row is left", "see what the columns hold with 'data inspect'"});
    return result;
}

}  // namespace tarazy
