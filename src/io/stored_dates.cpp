#include "io/stored_dates.hpp"

#include "base/edtf_calendar.hpp"

namespace tarazy {
namespace {

std::string padded(std::int64_t number, std::size_t width) {
    std::string digits = std::to_string(number);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return digits;
}

std::string year_digits(std::int64_t year) {
    return padded(year, 4);
}

}  // namespace

FloorQuotient floor_divide(std::int64_t value, std::int64_t divisor) noexcept {
    FloorQuotient result{value / divisor, value % divisor};
    if (result.remainder < 0) {
        --result.quotient;
        result.remainder += divisor;
    }
    return result;
}

std::string duration_text(std::int64_t milliseconds) {
    const bool negative = milliseconds < 0;
    const std::int64_t whole = negative ? -milliseconds : milliseconds;
    const std::int64_t seconds = whole / 1000;
    std::string text = negative ? "-" : "";
    text += padded(seconds / 3600, 2) + ':' + padded(seconds / 60 % 60, 2) + ':' + padded(seconds % 60, 2);
    if (whole % 1000 != 0) text += '.' + padded(whole % 1000, 3);
    return text;
}

std::string moment_text(std::int64_t day, std::int64_t millisecond_of_day) {
    return day_text(day) + 'T' + duration_text(millisecond_of_day);
}

std::string day_or_moment_text(std::int64_t day, std::int64_t millisecond_of_day) {
    return millisecond_of_day == 0 ? day_text(day) : moment_text(day, millisecond_of_day);
}

std::string month_text(std::int64_t year, int month) {
    return year_digits(year) + '-' + padded(month, 2);
}

std::string quarter_text(std::int64_t year, int quarter) {
    return year_digits(year) + '-' + std::to_string(32 + quarter);
}

std::string half_year_text(std::int64_t year, int half) {
    return year_digits(year) + '-' + std::to_string(39 + half);
}

std::string week_text(std::int64_t first_day, std::int64_t last_day) {
    return '[' + day_text(first_day) + ".." + day_text(last_day) + ']';
}

}  // namespace tarazy
