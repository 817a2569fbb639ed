#include "io/unnamed_columns.hpp"

#include <algorithm>
#include <numeric>

namespace tarazy {
namespace {

/// 1, 2, 3, .. or 0, 1, 2, ..
bool counts_the_rows(const Column& column) {
    if (column.type() != ColumnType::integer || column.size() == 0) return false;
    const IntegerCells& cells = column.integers();
    if (cells[0] != 0 && cells[0] != 1) return false;
    for (std::size_t row = 1; row < cells.size(); ++row) {
        if (cells[row] != cells[0] + static_cast<std::int64_t>(row)) return false;
    }
    return true;
}

std::string field_list(const std::vector<std::uint32_t>& fields) {
    std::string text = fields.size() == 1 ? "field " : "fields ";
    for (std::size_t i = 0; i < fields.size() && i < 8; ++i) text += (i > 0 ? ", " : "") + std::to_string(fields[i]);
    return fields.size() > 8 ? text + ", .." : text;
}

std::string name_beside(std::span<const std::string> names) {
    const auto taken = [&](const std::string& name) { return std::ranges::find(names, name) != names.end(); };
    for (const char* name : {"case", "row_name"}) {
        if (!taken(name)) return name;
    }
    std::string name = "row_name_2";
    while (taken(name)) name += '_';
    return name;
}

}  // namespace

RowNames row_names(const Column& first, std::span<const std::string> names) {
    if (counts_the_rows(first))
        return {std::nullopt, "its first column has no name and only counts the rows: it was passed over"};
    std::string name = name_beside(names);
    std::string note = "its first column has no name: it is called '" + name + "'";
    return {std::move(name), std::move(note)};
}

void settle_unnamed_columns(Table& table, std::size_t header_line) {
    if (!table.find("")) return;
    std::vector<std::uint32_t> fields(table.names.size());
    std::iota(fields.begin(), fields.end(), 1U);
    if (!table.origin.columns.empty()) fields = table.origin.columns;
    Diagnostics diagnostics;
    std::vector<std::size_t> kept;
    std::vector<std::uint32_t> empty;
    for (std::size_t index = 0; index < table.names.size(); ++index) {
        const Column& column = table.columns[index];
        if (!table.names[index].empty()) {
            kept.push_back(index);
        } else if (column.count_missing() == column.size()) {
            empty.push_back(fields[index]);
        } else if (index == 0) {
            RowNames first = row_names(column, table.names);
            table.origin.notes.push_back(std::move(first.note));
            if (!first.name) continue;
            table.names[0] = std::move(*first.name);
            kept.push_back(index);
        } else {
            diagnostics.add({table.origin.path, header_line, fields[index], "the column has no name",
                             "name it in the header line, or remove it"});
        }
    }
    diagnostics.throw_if_any();
    if (!empty.empty())
        table.origin.notes.push_back(std::string(empty.size() == 1 ? "an empty column" : "empty columns") +
                                     " without a name (" + field_list(empty) + ") " +
                                     (empty.size() == 1 ? "was" : "were") + " passed over");
    if (kept.size() == table.names.size()) return;
    std::vector<std::string> names;
    std::vector<Column> columns;
    table.origin.columns.clear();
    for (const std::size_t index : kept) {
        names.push_back(std::move(table.names[index]));
        columns.push_back(std::move(table.columns[index]));
        table.origin.columns.push_back(fields[index]);
    }
    table.names = std::move(names);
    table.columns = std::move(columns);
}

}  // namespace tarazy
