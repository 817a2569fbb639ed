#include "io/stata_dates.hpp"

#include "base/edtf_calendar.hpp"

#include <array>
#include <cmath>

namespace tarazy {
namespace {

constexpr std::int64_t first_stata_year = 100;
constexpr std::int64_t last_stata_year = 9999;
constexpr std::int64_t base_year = 1960;

bool is_stata_year(std::int64_t year) {
    return year >= first_stata_year && year <= last_stata_year;
}

/// Days that began with one more leap second behind them (IERS Bulletin C).
constexpr std::array<CalendarDay, 27> after_leap_second = {{
    {1972, 7, 1}, {1973, 1, 1}, {1974, 1, 1}, {1975, 1, 1}, {1976, 1, 1}, {1977, 1, 1}, {1978, 1, 1},
    {1979, 1, 1}, {1980, 1, 1}, {1981, 7, 1}, {1982, 7, 1}, {1983, 7, 1}, {1985, 7, 1}, {1988, 1, 1},
    {1990, 1, 1}, {1991, 1, 1}, {1992, 7, 1}, {1993, 7, 1}, {1994, 7, 1}, {1996, 1, 1}, {1997, 7, 1},
    {1999, 1, 1}, {2006, 1, 1}, {2009, 1, 1}, {2012, 7, 1}, {2015, 7, 1}, {2017, 1, 1},
}};

std::optional<std::string> moment_since_1960(std::int64_t milliseconds) {
    const auto [days, rest] = floor_divide(milliseconds, milliseconds_a_day);
    const std::int64_t day = day_number({base_year, 1, 1}) + days;
    if (!is_stata_year(calendar_day(day).year)) return std::nullopt;
    return moment_text(day, rest);
}

std::optional<std::string> moment_without_leap_seconds(std::int64_t milliseconds) {
    std::int64_t passed = 0;
    for (const CalendarDay& after : after_leap_second) {
        const std::int64_t midnight = (day_number(after) - day_number({base_year, 1, 1})) * milliseconds_a_day;
        const std::int64_t since = milliseconds - passed - midnight;  // since 23:59:60 of the day before
        if (since < 0) break;
        if (since < 1000) return day_text(day_number(after) - 1) + "T23:59:60" + duration_text(since).substr(8);
        passed += 1000;
    }
    return moment_since_1960(milliseconds - passed);
}

std::string stata_week(std::int64_t year, std::int64_t week) {
    const std::int64_t first = day_number({year, 1, 1}) + 7 * week;
    return week_text(first, week == 51 ? day_number({year, 12, 31}) : first + 6);
}

}  // namespace

DateUnit stata_date_unit(std::string_view format) {
    if (!format.starts_with('%')) return DateUnit::none;
    format.remove_prefix(1);
    const std::size_t letter = format.find_first_not_of("-+.0123456789");
    if (letter == std::string_view::npos) return DateUnit::none;
    format.remove_prefix(letter);
    if (format.starts_with('d')) return DateUnit::day;
    if (!format.starts_with('t') || format.size() < 2) return DateUnit::none;
    switch (format[1]) {
        case 'd': return DateUnit::day;
        case 'c': return DateUnit::moment;
        case 'C': return DateUnit::moment_with_leap_seconds;
        case 'w': return DateUnit::week;
        case 'm': return DateUnit::month;
        case 'q': return DateUnit::quarter;
        case 'h': return DateUnit::half_year;
        case 'y': return DateUnit::year;
        case 'b': return DateUnit::business_day;
        default: return DateUnit::none;  // %tg: a number
    }
}

std::optional<std::string> stata_date_text(double number, DateUnit unit) {
    constexpr double beyond_all_dates = 1e15;
    if (!(std::abs(number) < beyond_all_dates)) return std::nullopt;
    const auto count = static_cast<std::int64_t>(std::floor(number));
    if (unit == DateUnit::moment) return moment_since_1960(count);
    if (unit == DateUnit::moment_with_leap_seconds) return moment_without_leap_seconds(count);
    if (unit == DateUnit::year) return is_stata_year(count) ? std::optional(std::to_string(count)) : std::nullopt;
    if (unit == DateUnit::day) {
        const std::int64_t day = day_number({base_year, 1, 1}) + count;
        return is_stata_year(calendar_day(day).year) ? std::optional(day_text(day)) : std::nullopt;
    }
    const int parts = unit == DateUnit::week ? 52 : unit == DateUnit::month ? 12 : unit == DateUnit::quarter ? 4 : 2;
    const auto [years, part] = floor_divide(count, parts);
    const std::int64_t year = base_year + years;
    if (!is_stata_year(year)) return std::nullopt;
    const auto ordinal = static_cast<int>(part) + 1;
    if (unit == DateUnit::week) return stata_week(year, part);
    if (unit == DateUnit::month) return month_text(year, ordinal);
    return unit == DateUnit::quarter ? quarter_text(year, ordinal) : half_year_text(year, ordinal);
}

}  // namespace tarazy
