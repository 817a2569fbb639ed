#include "base/edtf_calendar.hpp"

#include <array>

namespace tarazy {
namespace {

constexpr std::int64_t days_in_era = 146'097;  // 400 years
constexpr std::int64_t epoch_shift = 719'468;  // days from 0000-03-01 to 1970-01-01

std::int64_t floor_quotient(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

std::string padded(std::int64_t value, std::size_t width) {
    std::string text = std::to_string(value);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

}  // namespace

bool is_leap_year(std::int64_t year) noexcept {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(std::int64_t year, int month) noexcept {
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

std::int64_t day_number(const CalendarDay& day) noexcept {
    const std::int64_t year = day.month > 2 ? day.year : day.year - 1;  // the year that began in March
    const std::int64_t era = floor_quotient(year, 400);
    const std::int64_t year_of_era = year - era * 400;
    const int month = (day.month + 9) % 12;  // March is 0
    const std::int64_t day_of_year = (153 * month + 2) / 5 + day.day - 1;
    return era * days_in_era + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - epoch_shift;
}

CalendarDay calendar_day(std::int64_t number) noexcept {
    const std::int64_t shifted = number + epoch_shift;
    const std::int64_t era = floor_quotient(shifted, days_in_era);
    const std::int64_t day_of_era = shifted - era * days_in_era;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const auto month = static_cast<int>((5 * day_of_year + 2) / 153);  // March is 0
    const auto day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
    const int calendar_month = month < 10 ? month + 3 : month - 9;
    return {era * 400 + year_of_era + (calendar_month <= 2 ? 1 : 0), calendar_month, day};
}

std::string day_text(std::int64_t number) {
    const CalendarDay day = calendar_day(number);
    std::string year;
    if (day.year < 0)
        year = '-' + padded(-day.year, 6);
    else if (day.year > 9999)
        year = '+' + padded(day.year, 6);
    else
        year = padded(day.year, 4);
    return year + '-' + padded(day.month, 2) + '-' + padded(day.day, 2);
}

}  // namespace tarazy
