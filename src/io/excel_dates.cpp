#include "io/excel_dates.hpp"

#include "base/edtf_calendar.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

/// What of a date a number format shows.
struct ShownParts {
    bool year = false, month = false, day = false, clock = false, elapsed = false;

    [[nodiscard]] DateUnit unit() const {
        const bool date = year || month || day;
        if (date)
            return clock || elapsed ? DateUnit::moment : day ? DateUnit::day : month ? DateUnit::month : DateUnit::year;
        if (elapsed) return DateUnit::duration;
        return clock ? DateUnit::time : DateUnit::none;
    }
};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_letters(std::string_view text, std::string_view lower_word) {
    if (text.size() < lower_word.size()) return false;
    for (std::size_t i = 0; i < lower_word.size(); ++i) {
        if (lower(text[i]) != lower_word[i]) return false;
    }
    return true;
}

/// The letters of a code that stand for parts of a date, each run once, in order: `dmyhms`, H M S for elapsed ones.
std::string date_letters(std::string_view code) {
    std::string letters;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        const std::string_view rest = code.substr(at);
        if (c == ';') break;  // formats of negative numbers, zero and text
        if (c == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '[') {
            const std::size_t end = std::min(code.find(']', at), code.size());
            const std::string_view inside = code.substr(at + 1, end - at - 1);
            const char first = inside.empty() ? '\0' : lower(inside.front());
            const bool one_letter = std::ranges::all_of(inside, [&](char letter) { return lower(letter) == first; });
            if (one_letter && (first == 'h' || first == 'm' || first == 's'))
                letters += static_cast<char>(first - 'a' + 'A');
            at = end;
        } else if (same_letters(rest, "general")) {
            at += 6;
        } else if (same_letters(rest, "am/pm")) {
            letters += 'h';
            at += 4;
        } else if (same_letters(rest, "a/p")) {
            letters += 'h';
            at += 2;
        } else if (letters.empty() && (c == '0' || c == '#' || c == '?')) {
            return {};  // a number, whatever letters stand behind it
        } else if (lower(c) == 'e' && at + 1 < code.size() && (code[at + 1] == '+' || code[at + 1] == '-')) {
            ++at;  // an exponent
        } else if (std::string_view("yebgmdhs").find(lower(c)) != std::string_view::npos) {
            if (at > 0 && lower(code[at - 1]) == lower(c) && !letters.empty() && letters.back() == lower(c)) continue;
            letters += lower(c);
        }
    }
    return letters;
}

/// Day numbers; nothing where the calendar of the workbook has none.
std::optional<std::int64_t> day_of_serial(std::int64_t serial, bool since_1904) {
    if (since_1904) {
        const std::int64_t day = day_number({1904, 1, 1}) + serial;
        return serial >= 0 && day <= day_number({9999, 12, 31}) ? std::optional(day) : std::nullopt;
    }
    constexpr std::int64_t false_leap_day = 60, last = 2'958'465;
    if (serial < 1 || serial == false_leap_day || serial > last) return std::nullopt;
    return day_number({1899, 12, 30}) + serial + (serial < false_leap_day ? 1 : 0);
}

}  // namespace

DateUnit excel_date_unit(int built_in_format) {
    switch (built_in_format) {
        case 17: return DateUnit::month;
        case 18:
        case 19:
        case 20:
        case 21:
        case 32:
        case 33:
        case 45:
        case 47:
        case 75:
        case 76:
        case 78:
        case 80: return DateUnit::time;
        case 22:
        case 77: return DateUnit::moment;
        case 46:
        case 79: return DateUnit::duration;
        default: break;
    }
    const bool day = (built_in_format >= 14 && built_in_format <= 16) ||
                     (built_in_format >= 27 && built_in_format <= 36) ||
                     (built_in_format >= 50 && built_in_format <= 58) ||
                     (built_in_format >= 71 && built_in_format <= 74) || built_in_format == 81;
    return day ? DateUnit::day : DateUnit::none;
}

DateUnit excel_date_unit(std::string_view code) {
    const std::string letters = date_letters(code);
    ShownParts shown;
    for (std::size_t at = 0; at < letters.size(); ++at) {
        const char before = at > 0 ? letters[at - 1] : '\0', after = at + 1 < letters.size() ? letters[at + 1] : '\0';
        const bool minute = before == 'h' || before == 'H' || after == 's' || after == 'S';
        switch (letters[at]) {
            case 'y':
            case 'e':
            case 'b': shown.year = true; break;
            case 'm': (minute ? shown.clock : shown.month) = true; break;
            case 'd': shown.day = true; break;
            case 'h':
            case 's': shown.clock = true; break;
            case 'H':
            case 'M':
            case 'S': shown.elapsed = true; break;
            default: break;  // g: name of an era, never alone
        }
    }
    return shown.unit();
}

std::optional<std::string> excel_date_text(double serial, DateUnit unit, bool since_1904) {
    constexpr double beyond_all_dates = 1e8;
    if (!(std::abs(serial) < beyond_all_dates)) return std::nullopt;
    const std::int64_t milliseconds = std::llround(serial * static_cast<double>(milliseconds_a_day));
    if (unit == DateUnit::duration) return duration_text(milliseconds);
    const auto [days, rest] = floor_divide(milliseconds, milliseconds_a_day);
    const bool clock_alone = days == 0 && (unit == DateUnit::time || (!since_1904 && rest != 0));
    if (clock_alone) return duration_text(rest);
    const auto day = day_of_serial(days, since_1904);
    if (!day) return std::nullopt;
    const CalendarDay date = calendar_day(*day);
    if (unit == DateUnit::moment || unit == DateUnit::time) return moment_text(*day, rest);
    if (rest == 0 && date.day == 1) {
        if (unit == DateUnit::month) return month_text(date.year, date.month);
        if (unit == DateUnit::year && date.month == 1) return std::to_string(date.year);
    }
    return day_or_moment_text(*day, rest);
}

}  // namespace tarazy
