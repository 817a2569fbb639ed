#include "trace/event_data/event_date.hpp"

#include "base/edtf_calendar.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

constexpr std::array<std::string_view, 12> month_beginnings = {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// Takes the digits at the beginning, at most `most`; nothing when there is none or there are more.
std::optional<int> take_number(std::string_view& text, std::size_t most) noexcept {
    std::size_t count = 0;
    int value = 0;
    for (; count < text.size() && is_digit(text[count]); ++count) {
        if (count == most) return std::nullopt;
        value = value * 10 + (text[count] - '0');
    }
    if (count == 0) return std::nullopt;
    text.remove_prefix(count);
    return value;
}

std::optional<int> take_month_name(std::string_view& text) noexcept {
    std::size_t letters = 0;
    while (letters < text.size() && ((text[letters] | 32) >= 'a' && (text[letters] | 32) <= 'z')) ++letters;
    if (letters < 3) return std::nullopt;
    for (std::size_t month = 0; month < 12; ++month) {
        if (!std::ranges::equal(text.substr(0, 3), month_beginnings[month], {}, [](char c) { return c | 32; }))
            continue;
        text.remove_prefix(letters);
        return static_cast<int>(month) + 1;
    }
    return std::nullopt;
}

bool take_one(std::string_view& text, std::string_view of) noexcept {
    if (text.empty() || of.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::int64_t> existing_day(int year, int month, int day) noexcept {
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
    return day_number({year, month, day});
}

/// Eight digits, of which nothing or a time follows.
std::optional<std::int64_t> compact_day(std::string_view text) noexcept {
    const auto number = [&](std::size_t from, std::size_t digits) {
        int value = 0;
        for (std::size_t i = from; i < from + digits; ++i) value = value * 10 + (text[i] - '0');
        return value;
    };
    return existing_day(number(0, 4), number(4, 2), number(6, 2));
}

bool is_time_or_nothing(std::string_view rest) noexcept {
    return rest.empty() || rest.front() == ' ' || rest.front() == 'T';
}

}  // namespace

std::optional<std::int64_t> event_day(std::string_view text, bool day_first) noexcept {
    if (text.size() == 8 && std::ranges::all_of(text, is_digit)) return compact_day(text);
    text = trimmed(text);
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = trimmed(text.substr(1, text.size() - 2));
    if (text.size() >= 8 && std::ranges::all_of(text.substr(0, 8), is_digit)) {
        // 14 digits are a date and a time (GDELT 2.0).
        const std::string_view rest = text.substr(8);
        const bool has_time = rest.size() == 6 && std::ranges::all_of(rest, is_digit);
        return has_time || is_time_or_nothing(rest) ? compact_day(text) : std::nullopt;
    }
    std::string_view rest = text;
    const auto first = take_number(rest, 4);
    if (!first) return std::nullopt;
    const bool year_first = text.size() - rest.size() == 4;
    if (!take_one(rest, "-/ ")) return std::nullopt;
    if (const auto month = take_month_name(rest)) {
        if (!take_one(rest, "- ")) return std::nullopt;
        const auto year = take_number(rest, 4);
        return year && *year >= 1000 && is_time_or_nothing(rest) ? existing_day(*year, *month, *first) : std::nullopt;
    }
    const auto second = take_number(rest, 2);
    if (!second || !take_one(rest, "-/")) return std::nullopt;
    const auto third = take_number(rest, year_first ? 2 : 4);
    if (!third || !is_time_or_nothing(rest)) return std::nullopt;
    if (year_first) return existing_day(*first, *second, *third);
    if (*third < 1000) return std::nullopt;
    return day_first ? existing_day(*third, *second, *first) : existing_day(*third, *first, *second);
}

}  // namespace tarazy
