#pragma once

#include "io/read_table.hpp"
#include "table/table.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// Reads one sheet of an Office Open XML workbook (ECMA-376): the first that is not hidden, or `options.sheet`, a name
/// (in any case) or else a number from 1 among the sheets that are not hidden.
///
/// The header is the first row that holds anything, or the row below titles (header_row.hpp), or `options.header_row`;
/// empty rows and columns are passed over, and so are notes below the table. A first column without a name
/// is taken for row names (row_names.hpp). Cells: see sheet_cells.hpp; they are typed by their content as in delimited
/// text, so numbers stored as texts are numbers. `origin.lines` are the sheet's row numbers, `origin.notes` says what
/// was assumed, and which formulas had no stored result and which cells error values.
/// Memory: the distinct texts of each column and 4 bytes a cell. Parts are unpacked piece by piece and parsed on the
/// way.
/// @throws InputError for damaged workbooks, a sheet that is not there (all names), cells beside the header;
///         LimitError when the parts unpack to more than `max_bytes`
[[nodiscard]] Table read_xlsx(std::string_view bytes, const std::string& path, const ReadOptions& options = {});

}  // namespace tarazy
