#include "base/day_first_date.hpp"

#include "base/edtf_calendar.hpp"

#include <optional>

namespace tarazy {
namespace {

/// The number of one to `most` digits at the beginning of the text, which is taken off.
std::optional<int> leading_number(std::string_view& text, std::size_t most) {
    int number = 0;
    std::size_t digits = 0;
    while (digits < most && digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
        number = number * 10 + (text[digits++] - '0');
    text.remove_prefix(digits);
    return digits > 0 ? std::optional(number) : std::nullopt;
}

std::optional<std::string> day_of(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
    return day_text(day_number({year, month, day}));
}

}  // namespace

std::string year_first_hint(std::string_view text) {
    const auto first = leading_number(text, 2);
    if (!first || text.empty() || (text.front() != '.' && text.front() != '/')) return {};
    const char mark = text.front();
    text.remove_prefix(1);
    const auto second = leading_number(text, 2);
    if (!second || text.size() != 5 || text.front() != mark) return {};
    text.remove_prefix(1);
    const auto year = leading_number(text, 4);
    if (!year || !text.empty()) return {};
    const auto by_day = day_of(*year, *second, *first);
    // Points part the day, the month and the year; what slashes part is told by the country.
    const auto by_month = mark == '/' ? day_of(*year, *first, *second) : std::nullopt;
    if (!by_day && !by_month) return {};
    if (!by_day || !by_month || *by_day == *by_month) return "write " + (by_day ? *by_day : *by_month);
    return "write " + *by_day + ", or " + *by_month + " if the month stands first";
}

}  // namespace tarazy
