#pragma once

#include "table/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The column that delimited text with these cells would give: integer, real or text.
/// @param keep_na  a column of nothing but `NA` is text
[[nodiscard]] Column typed_by_content(TextCells cells, bool keep_na = false);

/// Does `NA` stay a text in a column of this name, since it holds codes of states: one of `columns`, or a name that
/// speaks of ISO alpha-2 codes (iso2, ISO2C, iso_a2, alpha-2 code)?
[[nodiscard]] bool keeps_na(std::string_view name, const std::vector<std::string>& columns);

/// Numbers from files that know no integers (SPSS, Stata's doubles): integer if every number is whole and at most 2^53,
/// as the same data in delimited text would be.
[[nodiscard]] Column integers_if_whole(std::vector<double> cells);

}  // namespace tarazy
