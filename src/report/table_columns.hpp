#pragma once

#include "report/column_meanings.hpp"

#include <optional>
#include <string_view>

namespace tarazy {

/// What a column holds in one table of one method, where it is another thing than in the tables of other methods
/// (`coverage` of a box of runs, `before` of a contrast). @param table  its name, empty for the main one. Nothing where
/// `column_meaning` says it as well.
[[nodiscard]] std::optional<ColumnMeaning> table_column_meaning(std::string_view method, std::string_view table,
                                                                std::string_view column);

/// A column that is called as a set of the comparison, where the study has no words for it.
[[nodiscard]] std::optional<ColumnMeaning> set_column_meaning(std::string_view method, std::string_view table);

}  // namespace tarazy
