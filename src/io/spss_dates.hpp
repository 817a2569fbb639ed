#pragma once

#include "io/stored_dates.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// What the numbers of an SPSS variable stand for, by its print format: DATE, ADATE, EDATE, SDATE, JDATE, DATETIME,
/// YMDHMS, MOYR, QYR, WKYR, TIME, DTIME, MTIME, WKDAY and MONTH, with or without width and decimals (`DATE11`).
[[nodiscard]] DateUnit spss_date_unit(std::string_view format);

/// ISO 8601 text of a stored number: seconds since 14 October 1582, rounded to milliseconds; for TIME, DTIME and MTIME
/// seconds; for WKDAY 1 (Sunday) to 7, for MONTH 1 to 12. Dates shown as months, quarters or weeks (of seven days,
/// counted from 1 January) become such if they are the first of their kind, as SPSS stores what is typed, and
/// days otherwise, so that nothing is lost.
/// @returns nothing for what is no date in SPSS: before 15 October 1582 or after 9999. @pre the unit is one of the
///          above, without `none`
[[nodiscard]] std::optional<std::string> spss_date_text(double number, DateUnit unit);

}  // namespace tarazy
