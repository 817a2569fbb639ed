#pragma once

#include "table/table.hpp"

#include <vector>

namespace tarazy {

/// The column that delimited text with these cells would give: integer, real or text.
[[nodiscard]] Column typed_by_content(TextCells cells);

/// Numbers from files that know no integers (SPSS, Stata's doubles): integer if every number is whole and at most 2^53,
/// as the same data in delimited text would be.
[[nodiscard]] Column integers_if_whole(std::vector<double> cells);

}  // namespace tarazy
