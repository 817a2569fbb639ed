#pragma once

#include "io/read_table.hpp"
#include "table/table.hpp"

#include <string>
#include <string_view>

namespace tarazy {

enum class StatisticalFormat { stata, spss };

/// Reads a Stata (.dta, versions 104 to 119) or SPSS file (.sav, .zsav) through ReadStat.
///
/// Codes stay codes: value labels are not applied. System, tagged (.a to .z) and user-defined missing values are
/// missing, and so is the empty string; blanks at the end of a text are padding and go. Texts are converted to UTF-8
/// from the encoding the file declares (old Stata files declare none and are read as Windows-1252). Dates stay the
/// numbers the file holds (days or milliseconds since 1960 in Stata, seconds since 1582 in SPSS). Number columns whose
/// values are all whole become integer.
/// @throws InputError for damaged files and infinite values, LimitError beyond `max_bytes` of cells
[[nodiscard]] Table read_statistical(std::string_view bytes, const std::string& path, StatisticalFormat format,
                                     const ReadOptions& options = {});

}  // namespace tarazy
