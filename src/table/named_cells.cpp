#include "table/named_cells.hpp"

namespace tarazy {

std::optional<double> number_in(const Table& table, std::string_view column, std::size_t row) {
    const auto found = table.find(column);
    if (!found || table.columns[*found].type() == ColumnType::text) return std::nullopt;
    return table.columns[*found].real(row);
}

std::string text_in(const Table& table, std::string_view column, std::size_t row) {
    const auto found = table.find(column);
    return found ? table.columns[*found].display(row) : "";
}

}  // namespace tarazy
