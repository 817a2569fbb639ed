#include "table/stacked_files.hpp"

#include <cstddef>
#include <cstdint>

namespace tarazy {
namespace {

void add_lines(Origin& origin, const Table& table) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        origin.lines.push_back(table.origin.lines.empty() ? static_cast<std::uint32_t>(row + 2)
                                                          : table.origin.lines[row]);
    }
}

}  // namespace

Table stacked_files(const Table& upper, const Table& lower) {
    Table table = append_rows(upper, lower);
    table.origin.path = upper.origin.path + " + " + lower.origin.path;
    table.origin.lines.reserve(table.rows());
    add_lines(table.origin, upper);
    add_lines(table.origin, lower);
    if (upper.names == lower.names && upper.origin.columns == lower.origin.columns)
        table.origin.columns = upper.origin.columns;
    return table;
}

}  // namespace tarazy
