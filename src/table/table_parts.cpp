#include "table/table_parts.hpp"

#include <utility>

namespace tarazy {

Table kept_columns(const Table& table, std::initializer_list<KeptColumn> columns) {
    Table kept;
    for (const auto& [name, as] : columns) kept.add(std::string(as.empty() ? name : as), table[name]);
    return kept;
}

Table rows_where(const Table& table, std::string_view column, std::string_view text) {
    const Column& cells = table[column];
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (cells.text(row) == text) rows.push_back(row);
    return take_rows(table, rows);
}

void add_columns(Table& table, Table more) {
    for (std::size_t c = 0; c < more.names.size(); ++c) table.add(std::move(more.names[c]), std::move(more.columns[c]));
}

}  // namespace tarazy
