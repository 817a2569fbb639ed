#pragma once

#include "io/read_table.hpp"
#include "io/statistical_columns.hpp"
#include "table/table.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// Reads a Stata (.dta, versions 104 to 119) or SPSS file (.sav, .zsav) through ReadStat.
///
/// Numbers that a display format makes dates or times become texts in ISO 8601 (see stata_dates.hpp, spss_dates.hpp),
/// or, where they lie outside the calendar of the program, texts such as `%td 99999999`; years stay numbers. Codes stay
/// codes; value labels and variable labels are kept beside them (`Column::labels`). System, tagged (.a to .z) and
/// user-defined missing values are missing, and so is the empty string; blanks at the end of a text are padding and go.
/// Texts are converted to UTF-8 from the encoding the file declares (old Stata files declare none and are read as
/// Windows-1252). Number columns whose values are all whole become integer. `origin.notes` says which columns held
/// dates and how many values of which kind were taken for missing.
/// @throws InputError for damaged files and infinite values, LimitError beyond `max_bytes` of cells
[[nodiscard]] Table read_statistical(std::string_view bytes, const std::string& path, StatisticalFormat format,
                                     const ReadOptions& options = {});

}  // namespace tarazy
