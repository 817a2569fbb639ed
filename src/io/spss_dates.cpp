#include "io/spss_dates.hpp"

#include "base/edtf_calendar.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace tarazy {
namespace {

constexpr CalendarDay day_before_the_calendar{1582, 10, 14};
constexpr CalendarDay last_spss_day{9999, 12, 31};

constexpr std::array<std::pair<std::string_view, DateUnit>, 15> spss_units = {{
    {"DATE", DateUnit::day},
    {"ADATE", DateUnit::day},
    {"EDATE", DateUnit::day},
    {"SDATE", DateUnit::day},
    {"JDATE", DateUnit::day},
    {"DATETIME", DateUnit::moment},
    {"YMDHMS", DateUnit::moment},
    {"MOYR", DateUnit::month},
    {"QYR", DateUnit::quarter},
    {"WKYR", DateUnit::week},
    {"TIME", DateUnit::duration},
    {"DTIME", DateUnit::duration},
    {"MTIME", DateUnit::duration},
    {"WKDAY", DateUnit::weekday},
    {"MONTH", DateUnit::month_number},
}};

constexpr std::array<std::string_view, 7> weekday_names = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                           "Thursday", "Friday", "Saturday"};

std::optional<std::string> small_number(double number, DateUnit unit) {
    const double last = unit == DateUnit::weekday ? 7 : 12;
    const double whole = std::floor(number);
    if (!(whole >= 1 && whole <= last)) return std::nullopt;
    const auto ordinal = static_cast<std::size_t>(whole);
    return unit == DateUnit::weekday ? std::string(weekday_names[ordinal - 1]) : std::to_string(ordinal);
}

/// The period that begins on this day, if one does.
std::optional<std::string> period_text(std::int64_t day, DateUnit unit) {
    const CalendarDay date = calendar_day(day);
    if (unit == DateUnit::week) {
        const std::int64_t last = day_number({date.year, 12, 31});
        const bool begins = (day - day_number({date.year, 1, 1})) % 7 == 0;
        return begins ? std::optional(week_text(day, std::min(day + 6, last))) : std::nullopt;
    }
    if (date.day != 1) return std::nullopt;
    if (unit == DateUnit::month) return month_text(date.year, date.month);
    if ((date.month - 1) % 3 != 0) return std::nullopt;
    return quarter_text(date.year, (date.month - 1) / 3 + 1);
}

}  // namespace

DateUnit spss_date_unit(std::string_view format) {
    const std::string_view name = format.substr(0, format.find_first_of("0123456789."));
    const auto found = std::ranges::find(spss_units, name, &std::pair<std::string_view, DateUnit>::first);
    return found == spss_units.end() ? DateUnit::none : found->second;
}

std::optional<std::string> spss_date_text(double number, DateUnit unit) {
    constexpr double beyond_all_dates = 1e13;
    if (!(std::abs(number) < beyond_all_dates)) return std::nullopt;
    if (unit == DateUnit::weekday || unit == DateUnit::month_number) return small_number(number, unit);
    const std::int64_t milliseconds = std::llround(number * 1000);
    if (unit == DateUnit::duration) return duration_text(milliseconds);
    const auto [days, rest] = floor_divide(milliseconds, milliseconds_a_day);
    const std::int64_t day = day_number(day_before_the_calendar) + days;
    if (days < 1 || day > day_number(last_spss_day)) return std::nullopt;
    if (unit == DateUnit::moment) return moment_text(day, rest);
    if (unit != DateUnit::day && rest == 0) {
        if (auto period = period_text(day, unit)) return period;
    }
    return day_or_moment_text(day, rest);
}

}  // namespace tarazy
