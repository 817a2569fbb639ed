#include "base/edtf_single.hpp"

#include "base/day_first_date.hpp"
#include "base/edtf_calendar.hpp"
#include "base/text_cut.hpp"

#include <algorithm>
#include <optional>

namespace tarazy {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_digit_or_x(char c) {
    return is_digit(c) || c == 'X';
}

/// Digits of a component, `X` = not specified.
struct DigitPattern {
    std::string digits;
    std::size_t offset = 0;

    [[nodiscard]] bool open() const { return digits.find('X') != std::string::npos; }
    [[nodiscard]] std::int64_t filled(char x) const {
        std::int64_t value = 0;
        for (const char c : digits) value = value * 10 + ((c == 'X' ? x : c) - '0');
        return value;
    }
    [[nodiscard]] bool fits(std::int64_t value) const {
        for (std::size_t i = digits.size(); i-- > 0; value /= 10) {
            if (digits[i] != 'X' && digits[i] - '0' != value % 10) return false;
        }
        return value == 0;
    }
};

struct YearPattern {
    DigitPattern magnitude;
    bool negative = false;
    bool prefixed = false;           ///< written with Y
    std::optional<int> significant;  ///< S digits
};

class SingleReader {
public:
    SingleReader(std::string_view text, std::size_t offset) : text_(text), offset_(offset) {}

    EdtfSingle read() {
        // A part of an interval or of a set; a date that stands alone was looked at before.
        if (std::string hint = year_first_hint(text_); !hint.empty()) refuse(std::move(hint));
        qualifier();
        year_ = read_year();
        qualifier();
        if (at_end() || year_.prefixed || year_.significant) return finish_year();
        expect('-', "after the year comes '-' and the month");
        qualifier();
        month_ = two_digits("a month has two digits, 01 to 12");
        qualifier();
        if (const auto season = season_number()) return finish_season(*season);
        check_range(*month_, 1, 12, "month", "months run from 01 to 12, seasons from 21 to 24");
        if (at_end()) return finish_month();
        expect('-', "after the month comes '-' and the day");
        qualifier();
        day_ = two_digits("a day has two digits, 01 to 31");
        check_range(*day_, 1, 31, "day", "days run from 01 to 31");
        if (!at_end() && peek() == 'T')
            read_time();
        else
            qualifier();
        if (!at_end())
            refuse("the date ends here; '" + std::string(character_at_byte(text_, at_)) + "' does not belong to it");
        return finish_day();
    }

private:
    [[noreturn]] void refuse(std::string reason) const { refuse_at(offset_ + at_, std::move(reason)); }
    [[noreturn]] static void refuse_at(std::size_t offset, std::string reason) {
        throw EdtfRefusal{offset, std::move(reason)};
    }

    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void expect(char c, const char* reason) {
        if (peek() != c) refuse(reason);
        ++at_;
    }

    void qualifier() {
        const char c = peek();
        if (c != '?' && c != '~' && c != '%') return;
        result_.uncertain = result_.uncertain || c != '~';
        result_.approximate = result_.approximate || c != '?';
        ++at_;
    }

    DigitPattern take_digits() {
        DigitPattern pattern{{}, offset_ + at_};
        while (is_digit_or_x(peek())) pattern.digits += text_[at_++];
        return pattern;
    }

    DigitPattern two_digits(const char* reason) {
        const DigitPattern pattern = take_digits();
        if (pattern.digits.size() != 2) refuse_at(pattern.offset, reason);
        return pattern;
    }

    YearPattern read_year() {
        YearPattern year;
        year.prefixed = peek() == 'Y';
        if (year.prefixed) ++at_;
        year.negative = peek() == '-';
        if (year.negative) ++at_;
        year.magnitude = take_digits();
        if (peek() == 'E') refuse("years with exponents are not read; write all digits");
        check_length(year);
        if (year.negative && year.magnitude.filled('9') == 0)
            refuse_at(year.magnitude.offset, "there is no year -0000; 1 BC is 0000");
        if (peek() == 'S') year.significant = read_significant(year.magnitude);
        return year;
    }

    static void check_length(const YearPattern& year) {
        const DigitPattern& magnitude = year.magnitude;
        if (magnitude.digits.empty()) refuse_at(magnitude.offset, "a year of four digits is expected");
        if (year.prefixed) {
            if (magnitude.digits.size() <= 4)
                refuse_at(magnitude.offset, "Y is for years of more than four digits only");
            if (magnitude.digits.front() == '0') refuse_at(magnitude.offset, "a year with Y does not begin with 0");
            if (magnitude.digits.size() > 12) refuse_at(magnitude.offset, "years have at most twelve digits");
            return;
        }
        if (magnitude.digits.size() < 4)
            refuse_at(magnitude.offset + magnitude.digits.size(), "a year has four digits");
        if (magnitude.digits.size() > 4)
            refuse_at(magnitude.offset + 4, "a year of more than four digits begins with Y");
    }

    int read_significant(const DigitPattern& magnitude) {
        const std::size_t begin = ++at_;
        int digits = 0;
        while (is_digit(peek()) && digits < 100) digits = digits * 10 + (text_[at_++] - '0');
        if (magnitude.open()) refuse_at(offset_ + begin - 1, "a year has either X digits or significant digits (S)");
        if (digits < 1 || static_cast<std::size_t>(digits) > magnitude.digits.size() || text_[begin] == '0') {
            refuse_at(offset_ + begin,
                      "after S comes the number of significant digits, 1 to the number of the year's digits");
        }
        return digits;
    }

    static void check_range(const DigitPattern& pattern, int low, int high, const char* what, const char* allowed) {
        for (int value = low; value <= high; ++value) {
            if (pattern.fits(value)) return;
        }
        refuse_at(pattern.offset, std::string("there is no ") + what + ' ' + pattern.digits + "; " + allowed);
    }

    [[nodiscard]] std::optional<int> season_number() const {
        if (month_->open()) return std::nullopt;
        const auto value = static_cast<int>(month_->filled('0'));
        return value >= 21 && value <= 41 ? std::optional(value) : std::nullopt;
    }

    int two_numbers(int high, const char* reason) {
        const std::size_t begin = at_;
        int value = 0;
        while (is_digit(peek()) && at_ < begin + 2) value = value * 10 + (text_[at_++] - '0');
        if (at_ != begin + 2 || value > high) refuse_at(offset_ + begin, reason);
        return value;
    }

    void read_time() {
        if (year_.magnitude.open() || month_->open() || day_->open()) refuse("a time of day needs a date without X");
        ++at_;
        two_numbers(23, "an hour has two digits, 00 to 23; midnight is 00:00:00 of the day that begins");
        expect(':', "a time is written hh:mm:ss");
        two_numbers(59, "a minute has two digits, 00 to 59");
        expect(':', "a time is written hh:mm:ss");
        two_numbers(59, "a second has two digits, 00 to 59");
        result_.has_time = true;
        if (at_end()) return;
        if (peek() == 'Z') {
            ++at_;
        } else if (peek() == '+' || peek() == '-') {
            ++at_;
            const std::size_t begin = at_;
            const int hours = two_numbers(14, "a time zone is Z, +hh or +hh:mm, at most 14:00");
            if (peek() == ':') {
                ++at_;
                if (two_numbers(59, "the minutes of a time zone are 00 to 59") > 0 && hours == 14) {
                    refuse_at(offset_ + begin, "a time zone is at most 14:00 from UTC");
                }
            }
        }
    }

    /// Smallest and largest year of the pattern, with sign. A prefixed year does not begin with 0, nor is a year -0000.
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> year_range() const {
        std::int64_t low = year_.magnitude.filled('0'), high = year_.magnitude.filled('9');
        if (year_.significant) {
            std::int64_t unit = 1;
            for (std::size_t i = year_.magnitude.digits.size(); i > static_cast<std::size_t>(*year_.significant); --i)
                unit *= 10;
            low -= low % unit;
            high = low + unit - 1;
        }
        if (year_.prefixed && year_.magnitude.digits.front() == 'X') {
            std::int64_t first = 1;
            for (std::size_t i = 1; i < year_.magnitude.digits.size(); ++i) first *= 10;
            low += first;
        }
        if (!year_.negative) return {low, high};
        return {-high, -std::max<std::int64_t>(low, 1)};
    }

    EdtfSingle finish(std::int64_t first, std::int64_t last) {
        result_.first = first;
        result_.last = last;
        return result_;
    }

    EdtfSingle finish_year() {
        if (!at_end()) {
            refuse(year_.prefixed || year_.significant ? "a year with Y or S stands alone, without month and day"
                                                       : "after the year comes '-' and the month");
        }
        const auto [low, high] = year_range();
        return finish(day_number({low, 1, 1}), day_number({high, 12, 31}));
    }

    /// First months of the sub-year groupings (ISO 8601-2, 4.8): 21-24 seasons, 25-28 northern, 29-32 southern seasons,
    /// 33-36 quarters, 37-39 quadrimesters, 40-41 halves of the year.
    EdtfSingle finish_season(int number) {
        if (!at_end()) refuse(peek() == '-' ? "a season or quarter has no days" : "the date ends after the season");
        int month = 0, length = 3;
        if (number <= 28)
            month = 3 + 3 * ((number - 21) % 4);
        else if (number <= 32)
            month = 1 + (8 + 3 * (number - 29)) % 12;
        else if (number <= 36)
            month = 1 + 3 * (number - 33);
        else if (number <= 39) {
            month = 1 + 4 * (number - 37);
            length = 4;
        } else {
            month = 1 + 6 * (number - 40);
            length = 6;
        }
        const auto [low, high] = year_range();
        const int end = month + length - 1;
        const std::int64_t end_year = end > 12 ? high + 1 : high;
        const int end_month = end > 12 ? end - 12 : end;
        return finish(day_number({low, month, 1}),
                      day_number({end_year, end_month, days_in_month(end_year, end_month)}));
    }

    EdtfSingle finish_month() {
        int first = 12, last = 1;
        for (int month = 1; month <= 12; ++month) {
            if (!month_->fits(month)) continue;
            first = std::min(first, month);
            last = std::max(last, month);
        }
        const auto [low, high] = year_range();
        return finish(day_number({low, first, 1}), day_number({high, last, days_in_month(high, last)}));
    }

    /// First or last day of a year that fits month and day.
    [[nodiscard]] std::optional<std::int64_t> day_in_year(std::int64_t year, bool first) const {
        for (int i = 1; i <= 12; ++i) {
            const int month = first ? i : 13 - i;
            if (!month_->fits(month)) continue;
            const int days = days_in_month(year, month);
            for (int j = 1; j <= days; ++j) {
                const int day = first ? j : days + 1 - j;
                if (day_->fits(day)) return day_number({year, month, day});
            }
        }
        return std::nullopt;
    }

    EdtfSingle finish_day() {
        const auto [low, high] = year_range();
        std::optional<std::int64_t> first, last;
        for (std::int64_t year = low; year <= high && !first; ++year) {
            if (year_.magnitude.fits(year < 0 ? -year : year)) first = day_in_year(year, true);
        }
        for (std::int64_t year = high; first && year >= low && !last; --year) {
            if (year_.magnitude.fits(year < 0 ? -year : year)) last = day_in_year(year, false);
        }
        if (!first || !last) {
            refuse_at(day_->offset, "there is no day " + day_->digits + " in month " + month_->digits + " of year " +
                                        (year_.negative ? "-" : "") + year_.magnitude.digits);
        }
        return finish(*first, *last);
    }

    std::string_view text_;
    std::size_t offset_;
    std::size_t at_ = 0;
    YearPattern year_;
    std::optional<DigitPattern> month_, day_;
    EdtfSingle result_;
};

}  // namespace

EdtfSingle parse_edtf_single(std::string_view text, std::size_t offset) {
    return SingleReader(text, offset).read();
}

}  // namespace tarazy
