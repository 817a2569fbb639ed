#include "text/tokens/word_boundary.hpp"

#include "base/utf8.hpp"
#include "text/tokens/word_break_class.hpp"

#include <array>
#include <bit>
#include <cstring>
#include <optional>

namespace tarazy {
namespace {

enum class ByteKind : std::uint8_t { none, letter, digit, connector, cyrillic, cyrillic_extended };

/// What a byte begins, for the letters and digits that join each other without further thought: those of ASCII, and
/// Cyrillic, whose lead bytes D0, D1 and D3 begin nothing but letters and D2 with a second byte from 8A on.
constexpr std::array<ByteKind, 256> kinds_of_bytes() {
    std::array<ByteKind, 256> kinds{};
    for (unsigned c = 'a'; c <= 'z'; ++c) kinds[c] = kinds[c - 'a' + 'A'] = ByteKind::letter;
    for (unsigned c = '0'; c <= '9'; ++c) kinds[c] = ByteKind::digit;
    kinds['_'] = ByteKind::connector;
    kinds[0xD0] = kinds[0xD1] = kinds[0xD3] = ByteKind::cyrillic;
    kinds[0xD2] = ByteKind::cyrillic_extended;
    return kinds;
}
constexpr std::array<ByteKind, 256> kind_of_byte = kinds_of_bytes();

struct ClassAt {
    WordBreak kind;
    std::uint32_t bytes;
};

ClassAt class_at(std::string_view text, std::size_t at) noexcept {
    const Utf8Character c = utf8_character(text, at);
    return {word_break_class(c.code), c.bytes};
}

bool is_attached(WordBreak kind) {
    return kind == WordBreak::extend || kind == WordBreak::joiner;
}
bool is_letter(WordBreak kind) {
    return kind == WordBreak::letter || kind == WordBreak::hebrew_letter;
}
bool is_mid_letter(WordBreak kind) {
    return kind == WordBreak::mid_letter || kind == WordBreak::mid_both || kind == WordBreak::apostrophe;
}
bool is_mid_number(WordBreak kind) {
    return kind == WordBreak::mid_number || kind == WordBreak::mid_both || kind == WordBreak::apostrophe;
}

/// How many of eight bytes, from the first in memory on, are letters or digits of ASCII or low lines. By arithmetic on
/// all eight: seven bits and a summand do not reach the next byte, and set the eighth where the byte is above a bound.
std::size_t plain_bytes_of_eight(const char* at) noexcept {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    constexpr std::uint64_t every = 0x0101010101010101U, high = 0x80 * every;
    const auto above = [](std::uint64_t seven, std::uint64_t bound) { return seven + (0x7F - bound) * every; };
    const std::uint64_t seven = bytes & ~high, small = seven | 0x20 * every;
    const std::uint64_t letter = above(small, 'a' - 1) & ~above(small, 'z');
    const std::uint64_t digit = above(seven, '0' - 1) & ~above(seven, '9');
    const std::uint64_t line = ~above(seven ^ '_' * every, 0);
    const std::uint64_t others = ~((letter | digit | line) & ~bytes) & high;
    return static_cast<std::size_t>(std::countr_zero(others)) / 8;
}

/// Runs over letters and digits that need no thought. @return where it ended; `last` is the kind of the last of them
std::size_t end_of_plain_run(std::string_view text, std::size_t at, WordBreak& last) noexcept {
    const std::size_t begin = at;
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
    ByteKind kind = ByteKind::none;
    for (;;) {
        if constexpr (std::endian::native == std::endian::little) {
            const bool begins = at < text.size() && bytes[at] < 0x80 && kind_of_byte[bytes[at]] != ByteKind::none;
            for (std::size_t plain = begins ? 8 : 0; plain == 8 && at + 8 <= text.size(); at += plain)
                plain = plain_bytes_of_eight(text.data() + at);
        }
        // ASCII first: one look a byte.
        while (at < text.size() && kind_of_byte[bytes[at]] != ByteKind::none && bytes[at] < 0x80) ++at;
        std::size_t next = at;
        while (next + 1 < text.size()) {
            kind = kind_of_byte[bytes[next]];
            const unsigned second = bytes[next + 1];
            const bool letter = (kind == ByteKind::cyrillic && (second & 0xC0U) == 0x80U) ||
                                (kind == ByteKind::cyrillic_extended && second >= 0x8AU && second < 0xC0U);
            if (!letter) break;
            next += 2;
        }
        if (next == at) break;
        at = next;
    }
    if (at == begin) return at;
    kind = kind_of_byte[bytes[at - 1]];
    last = kind == ByteKind::digit       ? WordBreak::number
           : kind == ByteKind::connector ? WordBreak::connector
                                         : WordBreak::letter;
    return at;
}

/// The first character from here on that is not attached to the one before it.
std::optional<ClassAt> next_unattached(std::string_view text, std::size_t& at) noexcept {
    while (at < text.size()) {
        const ClassAt found = class_at(text, at);
        if (!is_attached(found.kind)) return found;
        at += found.bytes;
    }
    return std::nullopt;
}

/// WB5 and WB8 to WB13b: two neighbours that belong together whatever stands around them.
bool joins_neighbours(WordBreak left, WordBreak right) {
    const bool left_word = is_letter(left) || left == WordBreak::number;
    const bool right_word = is_letter(right) || right == WordBreak::number;
    if (left_word && right_word) return true;
    if (left == WordBreak::katakana && right == WordBreak::katakana) return true;
    if (right == WordBreak::connector) return left_word || left == WordBreak::katakana || left == WordBreak::connector;
    return left == WordBreak::connector && (right_word || right == WordBreak::katakana);
}

/// WB6, WB7, WB7b, WB7c, WB11, WB12: does a mark inside of a word let it go on? @param at  behind the mark
bool goes_on_behind_mark(std::string_view text, std::size_t at, WordBreak left, WordBreak mark) {
    const bool may = (is_letter(left) && is_mid_letter(mark)) || (left == WordBreak::number && is_mid_number(mark)) ||
                     (left == WordBreak::hebrew_letter && mark == WordBreak::double_quote);
    if (!may) return false;
    const std::optional<ClassAt> right = next_unattached(text, at);
    if (!right) return false;
    if (mark == WordBreak::double_quote) return right->kind == WordBreak::hebrew_letter;
    return left == WordBreak::number ? right->kind == WordBreak::number : is_letter(right->kind);
}

std::size_t end_of_dictionary_run(std::string_view text, std::size_t at) noexcept {
    bool behind_joiner = false;
    while (at < text.size()) {
        const ClassAt found = class_at(text, at);
        const bool drawn = behind_joiner && found.kind == WordBreak::pictograph;  // WB3c
        if (found.kind != WordBreak::dictionary && !is_attached(found.kind) && !drawn) break;
        behind_joiner = found.kind == WordBreak::joiner;
        at += found.bytes;
    }
    return at;
}

}  // namespace

std::size_t word_boundary(std::string_view text, std::size_t at) noexcept {
    ClassAt last = class_at(text, at);
    at += last.bytes;
    if (last.kind == WordBreak::dictionary) return end_of_dictionary_run(text, at);
    if (last.kind == WordBreak::blank) return at;
    bool behind_joiner = last.kind == WordBreak::joiner, odd_flag = last.kind == WordBreak::regional;
    const auto is_plain = [](WordBreak kind) {
        return kind == WordBreak::letter || kind == WordBreak::number || kind == WordBreak::connector;
    };
    while (at < text.size()) {
        if (!behind_joiner && is_plain(last.kind)) {
            at = end_of_plain_run(text, at, last.kind);
            if (at == text.size()) break;
        }
        const ClassAt next = class_at(text, at);
        if (is_attached(next.kind)) {  // WB4
            behind_joiner = next.kind == WordBreak::joiner;
            at += next.bytes;
            continue;
        }
        const bool flag = odd_flag && next.kind == WordBreak::regional;                                   // WB15, WB16
        const bool drawn = behind_joiner && next.kind == WordBreak::pictograph;                           // WB3c
        const bool quoted = last.kind == WordBreak::hebrew_letter && next.kind == WordBreak::apostrophe;  // WB7a
        if (flag || drawn || joins_neighbours(last.kind, next.kind)) {
            odd_flag = false;
            behind_joiner = false;
            last = next;
            at += next.bytes;
        } else if (goes_on_behind_mark(text, at + next.bytes, last.kind, next.kind)) {
            at += next.bytes;
            last = *next_unattached(text, at);
            behind_joiner = false;
            at += last.bytes;
        } else {
            if (!quoted) return at;
            at += next.bytes;
            (void)next_unattached(text, at);  // WB4
            return at;
        }
    }
    return at;
}

std::size_t sure_word_end(std::string_view text, std::size_t at) noexcept {
    WordBreak last = WordBreak::other;
    const std::size_t end = end_of_plain_run(text, at, last);
    const auto blank = [&](std::size_t place) {
        return place >= text.size() || text[place] == ' ' || text[place] == '\n';
    };
    if (blank(end)) return end;
    const char mark = text[end];
    return (mark == ',' || mark == '.' || mark == ';' || mark == '!' || mark == '?') && blank(end + 1) ? end : at;
}

bool is_lone_mark(std::string_view text, std::size_t at) noexcept {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte <= ' ' || byte >= 0x7F || byte == '#' || byte == '@' || kind_of_byte[byte] != ByteKind::none) return false;
    // Behind a mark only characters beyond ASCII can belong to it.
    return at + 1 >= text.size() || static_cast<unsigned char>(text[at + 1]) < 0x80;
}

bool begins_word(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return false;
    const WordBreak kind = class_at(text, at).kind;
    return is_letter(kind) || kind == WordBreak::number || kind == WordBreak::connector || kind == WordBreak::katakana;
}

}  // namespace tarazy
