#pragma once

#include "table/table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

// A cell by the name of its column, for tables that may lack it.

/// The number in a cell; nothing when it is missing, is a text, or the table has no such column. O(columns)
[[nodiscard]] std::optional<double> number_in(const Table& table, std::string_view column, std::size_t row);

/// The cell as text; empty when it is missing or the table has no such column. O(columns)
[[nodiscard]] std::string text_in(const Table& table, std::string_view column, std::size_t row);

}  // namespace tarazy
