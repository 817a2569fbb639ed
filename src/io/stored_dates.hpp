#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tarazy {

/// What a number in a statistical file or a workbook stands for: its display format says so, the number alone does not.
enum class DateUnit {
    none,                      ///< a number
    day,                       ///< 1991-12-16
    moment,                    ///< 1991-12-16T08:30:00
    moment_with_leap_seconds,  ///< the same; the stored count includes leap seconds (Stata's %tC)
    week,                      ///< [1991-12-10..1991-12-16], one of the seven days
    month,                     ///< 1991-12
    quarter,                   ///< 1991-36, the fourth quarter (ISO 8601-2 numbers quarters 33 to 36)
    half_year,                 ///< 1991-41, the second half (40 and 41)
    year,                      ///< 1991
    time,                      ///< 08:30:00, a time of day
    duration,                  ///< 26:30:00, hours that may go on beyond a day
    weekday,                   ///< Monday
    month_number,              ///< 12
    business_day,              ///< day of a calendar that is not in the file (Stata's %tb)
};

/// The texts above. Days are numbered as in base/edtf_calendar.hpp; milliseconds are shown when there are any.
[[nodiscard]] std::string moment_text(std::int64_t day, std::int64_t millisecond_of_day);
[[nodiscard]] std::string duration_text(std::int64_t milliseconds);
/// The day, or the moment if it is not its midnight: nothing is lost.
[[nodiscard]] std::string day_or_moment_text(std::int64_t day, std::int64_t millisecond_of_day);
/// @param month  1 to 12
[[nodiscard]] std::string month_text(std::int64_t year, int month);
/// @param quarter  1 to 4
[[nodiscard]] std::string quarter_text(std::int64_t year, int quarter);
/// @param half  1 or 2
[[nodiscard]] std::string half_year_text(std::int64_t year, int half);
[[nodiscard]] std::string week_text(std::int64_t first_day, std::int64_t last_day);

/// Quotient rounded down and its remainder, never negative. @pre divisor > 0
struct FloorQuotient {
    std::int64_t quotient = 0, remainder = 0;
};
[[nodiscard]] FloorQuotient floor_divide(std::int64_t value, std::int64_t divisor) noexcept;

inline constexpr std::int64_t milliseconds_a_day = 86'400'000;

}  // namespace tarazy
