#pragma once

#include "io/read_table.hpp"
#include "table/table.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// Reads one sheet of an Office Open XML workbook (ECMA-376): the first, or the one `options.sheet` names.
///
/// The first row that holds anything is the header; rows without any cell are skipped; `origin.lines` are the sheet's
/// row numbers. Cells are typed by their content as in delimited text. Of formulas the stored result is read; true and
/// false become 1 and 0; `#N/A` is missing, other error values are text. Dates stay what the file holds, serial numbers
/// (days since 30 December 1899, or since 1 January 1904 in some Macintosh files).
/// Memory: the distinct texts of each column and 4 bytes a cell. Parts are unpacked piece by piece and parsed on the
/// way.
/// @throws InputError for damaged workbooks, a sheet that is not there (nearest name), cells beside the header;
///         LimitError when the parts unpack to more than `max_bytes`
[[nodiscard]] Table read_xlsx(std::string_view bytes, const std::string& path, const ReadOptions& options = {});

}  // namespace tarazy
