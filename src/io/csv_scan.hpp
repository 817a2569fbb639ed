#pragma once

#include "base/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tarazy {

/// Walks over the fields of delimited text (RFC 4180), one after another, counting lines.
///
/// A field that starts with a quote ends with a quote; quotes inside an unquoted field are plain characters. Blanks
/// around an unquoted field, and around the quotes of a quoted one, do not belong to it. A lone CR ends a line too
/// (old Macintosh files). Faults of quoting are flagged on the field, and the scan goes on behind them, so that a
/// caller can report several.
class CsvScanner {
public:
    enum class Stop { delimiter, line_end, text_end };
    enum class Fault { none, text_after_quote, open_quote };

    struct Field {
        std::string_view text;  ///< without quotes, or without blanks around it; valid until the next call
        bool quoted = false;
        Fault fault = Fault::none;
        std::size_t line = 0;  ///< where the field starts
    };

    CsvScanner(std::string_view text, char delimiter, std::size_t line = 1)
        : at_(text.data()), end_(text.data() + text.size()), delimiter_(delimiter), line_(line) {}

    /// Reads a field and the delimiter or line end behind it. `stop()` tells which it was.
    [[nodiscard]] Field next();
    [[nodiscard]] Stop stop() const noexcept { return stop_; }
    /// Passes over empty lines and over lines of blanks alone. @pre at the start of a line
    void skip_blank_lines() {
        if (at_<end_&& static_cast<unsigned char>(*at_)> ' ') return;
        pass_blank_lines();
    }
    /// Passes over a line of nothing but delimiters and blanks, as spreadsheets leave them; false if this is none. A
    /// quoted empty field is a value that is not known, not an empty line. @pre at the start of a line
    bool skip_empty_row() {
        if (at_ == end_ || (*at_ != delimiter_ && *at_ != ' ')) return false;
        return pass_empty_row();
    }
    [[nodiscard]] bool done() const noexcept { return at_ == end_; }
    [[nodiscard]] std::size_t line() const noexcept { return line_; }
    [[nodiscard]] const char* position() const noexcept { return at_; }
    /// Goes on elsewhere in the same text. @pre `at` is the start of a field that stands on `line`
    void move_to(const char* at, std::size_t line) noexcept { at_ = at, line_ = line; }

private:
    Field quoted();
    Field quoted_behind_blanks();
    void pass_blank_lines();
    bool pass_empty_row();
    void take_stop();

    const char* at_;
    const char* end_;
    char delimiter_;
    std::size_t line_;
    Stop stop_ = Stop::line_end;
    std::string unescaped_;
};

/// What is wrong with the quoting of a field. @pre field.fault != none
[[nodiscard]] Problem csv_fault(const CsvScanner::Field& field, std::size_t column, const std::string& path);

/// The text without blanks, tabs and no-break spaces (U+00A0, U+2007, U+202F) around it.
[[nodiscard]] std::string_view without_blanks_around(std::string_view text) noexcept;

/// Would `without_blanks_around` take something off (or may it)? Quick.
inline bool may_have_blanks_around(const char* begin, const char* end) noexcept {
    if (begin == end) return false;
    const auto first = static_cast<unsigned char>(*begin), last = static_cast<unsigned char>(end[-1]);
    if (first <= ' ' || last <= ' ' || first == 0xC2 || first == 0xE2) return true;
    if (last != 0xA0 && last != 0xAF && last != 0x87) return false;
    return end - begin >= 2 && (end[-2] == '\xC2' || end[-2] == '\x80');
}

/// End of an unquoted field: the first delimiter, CR or LF in [at, end), or `end`.
inline const char* end_of_field(const char* at, const char* end, char delimiter) noexcept {
#ifdef __SSE2__
    const __m128i delimiters = _mm_set1_epi8(delimiter);
    const __m128i line_feeds = _mm_set1_epi8('\n');
    const __m128i carriage_returns = _mm_set1_epi8('\r');
    while (end - at >= 16) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const __m128i hit =
            _mm_or_si128(_mm_cmpeq_epi8(block, delimiters),
                         _mm_or_si128(_mm_cmpeq_epi8(block, line_feeds), _mm_cmpeq_epi8(block, carriage_returns)));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hit));
        if (mask != 0) return at + __builtin_ctz(mask);
        at += 16;
    }
#endif
    while (at < end && *at != delimiter && *at != '\n' && *at != '\r') ++at;
    return at;
}

}  // namespace tarazy
