#pragma once

#include "io/stored_dates.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// What a cell's number stands for, by its number format: the built-in formats (14 to 22, 27 to 36, 45 to 47, 50 to 58,
/// 71 to 81; ECMA-376 part 1, 18.8.30) or a code. In a code the letters y, e, b, g, m, d, h and s count, outside
/// quotation marks, escapes and brackets other than [h], [m] and [s]; m is a minute behind h or before s.
[[nodiscard]] DateUnit excel_date_unit(int built_in_format);
[[nodiscard]] DateUnit excel_date_unit(std::string_view code);

/// ISO 8601 text of a serial number: days since 1900, of which Excel believes that it had a 29 February, or since 1904;
/// rounded to milliseconds. A cell shown as month or year becomes such if it holds the first day, as Excel
/// stores what is typed, and a day otherwise; a day with a time becomes a moment; a time beyond 24 hours that is not
/// shown as a duration too: nothing is lost.
/// @returns nothing for what is no date: negative numbers, 0 and the false 29 February (60) in the 1900 system, days
///          after 9999
[[nodiscard]] std::optional<std::string> excel_date_text(double serial, DateUnit unit, bool since_1904);

}  // namespace tarazy
