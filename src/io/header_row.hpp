#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace tarazy {

/// A row of a sheet that holds something.
struct FilledRow {
    std::vector<std::size_t> columns;  ///< that are filled, in order
    bool can_name = true;              ///< could its cells be names of columns: distinct texts or years?
};

/// How many filled rows `header_index` wants to see, at most.
inline constexpr std::size_t rows_to_find_header = 60;

/// Which of the first filled rows of a sheet names the columns, when titles may stand above the table.
///
/// The first, unless a later row has cells beside it. Then the first row that no later one reaches beyond (but for a
/// column of row names on its left), if all rows above it are titles (less than half as many cells) and its cells can
/// be names. Otherwise the first: nothing is guessed.
[[nodiscard]] std::size_t header_index(std::span<const FilledRow> rows);

}  // namespace tarazy
