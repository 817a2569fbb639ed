#include "io/row_names.hpp"

#include <algorithm>
#include <cstdint>

namespace tarazy {
namespace {

bool counts_rows(const Column& column, std::int64_t from) {
    if (column.type() != ColumnType::integer) return false;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.integer(row) != from + static_cast<std::int64_t>(row)) return false;
    }
    return true;
}

}  // namespace

RowNames row_names(const Column& first, std::span<const std::string> names) {
    if (counts_rows(first, 1) || counts_rows(first, 0)) {
        return {RowNames::Use::passed_over, "the first column has no name and counts the rows: passed over"};
    }
    if (std::ranges::find(names, row_names_column) != names.end()) return {};
    return {RowNames::Use::named, std::string("the first column has no name: read as '") + row_names_column + "'"};
}

}  // namespace tarazy
