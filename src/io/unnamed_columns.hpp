#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace tarazy {

/// What a first column without a name is, as R, pandas and spreadsheets write their row names.
struct RowNames {
    std::optional<std::string> name;  ///< the one it gets; none if it only counts the rows and is left out
    std::string note;                 ///< for the user
};

/// A column that counts the rows (1, 2, .. or 0, 1, ..) is left out; any other is called `case`, or `row_name` when
/// there is a `case` already. O(rows + names).
/// @param names  of the other columns
[[nodiscard]] RowNames row_names(const Column& first, std::span<const std::string> names);

/// Settles the columns whose names are empty, as spreadsheets and R leave them, and notes what was done: a column
/// without any value is left out; the first column is what `row_names` says. Fields of the columns that stay are kept
/// in the origin. O(columns + cells of unnamed columns).
/// @throws InputError for any other column without a name (all of them), at `header_line`
void settle_unnamed_columns(Table& table, std::size_t header_line);

}  // namespace tarazy
