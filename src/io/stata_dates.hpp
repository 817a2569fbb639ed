#pragma once

#include "io/stored_dates.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// What the numbers of a Stata variable stand for, by its display format: `%td`, `%d`, `%tc`, `%tC`, `%tw`, `%tm`,
/// `%tq`, `%th`, `%ty` and `%tb`, with or without `-`, a width and a display suffix (`%-td`, `%tdD_m_Y`).
[[nodiscard]] DateUnit stata_date_unit(std::string_view format);

/// ISO 8601 text of a stored number: days, milliseconds, weeks, months, quarters or half-years since the beginning of
/// 1960. Fractions are dropped, as Stata drops them. Stata's years have 52 weeks: week 1 begins on 1 January, week 52
/// ends on 31 December.
/// @returns nothing outside the years 100 to 9999, the only ones that Stata knows. @pre the unit is one of the above,
///          without `none` and `business_day`
[[nodiscard]] std::optional<std::string> stata_date_text(double number, DateUnit unit);

}  // namespace tarazy
