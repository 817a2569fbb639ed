#pragma once

#include "base/work.hpp"
#include "table/table.hpp"

#include <string>

namespace tarazy {

/// An .xlsx workbook with one sheet "data" (through libxlsxwriter), dated 1 January 2000, so that the same table gives
/// the same bytes. Texts are written as texts, never as formulas. Whole numbers beyond 2^53, which a spreadsheet would
/// round, are written as texts.
/// @throws InputError for texts a cell cannot hold (beyond 32767 characters), LimitError beyond 1,048,575 rows or
///         16,384 columns, FileError if the workbook cannot be built
[[nodiscard]] std::string to_xlsx(const Table& table, const Work& work = {});

}  // namespace tarazy
