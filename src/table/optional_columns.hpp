#pragma once

#include "table/table.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// A column that a table may have, and other names by which people call it.
struct OptionalColumn {
    std::string name;
    std::vector<std::string> synonyms = {};
};

/// The column of the table that was meant by an optional column it does not have: the same name but for letter case,
/// blanks and punctuation, a synonym, or a slip of one letter in a name of five or more. Columns in `used` are not
/// taken for another. Empty when there is none, or when the table has the column.
[[nodiscard]] std::string meant_column(const Table& table, const OptionalColumn& column,
                                       std::span<const std::string> used);

/// A column that is missed would silently be defaulted: @throws InputError for every optional column that the table
/// lacks while it has one that was meant ("there is no column 'session'; did you mean 'Session'? --rename
/// session=Session").
void check_optional_columns(const Table& table, std::span<const OptionalColumn> columns,
                            std::span<const std::string> used = {});

}  // namespace tarazy
