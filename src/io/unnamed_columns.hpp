#pragma once

#include "table/table.hpp"

#include <cstddef>

namespace tarazy {

/// Settles the columns whose names are empty, as spreadsheets and R leave them, and notes what was done: a column
/// without any value is left out; the first column, if it counts the rows (1, 2, .. or 0, 1, ..), is left out, and is
/// otherwise called `case`, or `row_name` when there is a `case` already. Fields of the columns that stay are kept in
/// the origin. O(columns + cells of unnamed columns).
/// @throws InputError for any other column without a name (all of them), at `header_line`
void settle_unnamed_columns(Table& table, std::size_t header_line);

}  // namespace tarazy
