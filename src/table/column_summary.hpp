#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <string>

namespace tarazy {

/// What a column holds, for a first look at a table.
struct ColumnSummary {
    ColumnType type = ColumnType::integer;
    std::size_t missing = 0;
    std::size_t distinct = 0;  ///< different values, missing not counted
    std::string minimum;       ///< as `Column::display` writes it; texts in byte order; empty without any value
    std::string maximum;
    std::string example;  ///< the first value
};

/// O(n log n) for numbers, O(n) for texts.
[[nodiscard]] ColumnSummary summarise(const Column& column);

}  // namespace tarazy
