#pragma once

#include <cstdint>
#include <string>

namespace tarazy {

/// A day of the proleptic Gregorian calendar (ISO 8601: year 0 is 1 BC, the calendar runs on before 1582).
struct CalendarDay {
    std::int64_t year = 1970;
    int month = 1;  ///< 1-12
    int day = 1;    ///< 1-31
    friend bool operator==(const CalendarDay&, const CalendarDay&) = default;
};

/// Years whose days can be numbered without overflow: -last_year to last_year.
inline constexpr std::int64_t last_calendar_year = 999'999'999'999;

[[nodiscard]] bool is_leap_year(std::int64_t year) noexcept;
[[nodiscard]] int days_in_month(std::int64_t year, int month) noexcept;

/// Days since 1970-01-01. Months are counted from March, so that the leap day ends the year; 400 years are 146,097
/// days.
/// @pre |year| <= last_calendar_year and the day exists
[[nodiscard]] std::int64_t day_number(const CalendarDay& day) noexcept;
/// Inverse of `day_number`.
[[nodiscard]] CalendarDay calendar_day(std::int64_t day_number) noexcept;

/// `1991-12-16`; outside the years 0000-9999 with sign and at least six digits: `+017000-01-01`, `-000043-01-01`.
[[nodiscard]] std::string day_text(std::int64_t day_number);

}  // namespace tarazy
