#include "text/tokens/kept_whole.hpp"

#include "base/utf8.hpp"
#include "text/tokens/word_boundary.hpp"
#include "text/tokens/word_break_class.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_digit_byte(char c) {
    return c >= '0' && c <= '9';
}
bool is_ascii_word(char c) {
    return is_capital(c) || is_digit_byte(c) || (c >= 'a' && c <= 'z');
}

/// Does the text go on with a word, its letters small in any case?
bool has_prefix_in_any_case(std::string_view text, std::size_t at, std::string_view prefix) {
    if (text.size() - at < prefix.size()) return false;
    return std::ranges::equal(text.substr(at, prefix.size()), prefix, [](char a, char b) {
        return (is_capital(a) ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

std::size_t web_prefix(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 4> prefixes = {"http://", "https://", "ftp://", "www."};
    for (const std::string_view prefix : prefixes) {
        if (has_prefix_in_any_case(text, at, prefix)) return prefix.size();
    }
    return 0;
}

/// What no address holds, though it is no blank: quotation marks and brackets around it, and marks of Chinese.
bool ends_address(char32_t c) {
    constexpr std::u32string_view marks = U"<>\"`{}|\\^«»“”„‘’‹›（）【】《》，。；：！？、";
    return marks.find(c) != std::u32string_view::npos || word_break_class(c) == WordBreak::blank;
}

/// The address without the punctuation of the sentence behind it; a closing bracket stays where its opening one is part
/// of the address. O(bytes)
std::size_t without_sentence_marks(std::string_view address) {
    auto excess = [&](char open, char close) {
        return std::ranges::count(address, close) - std::ranges::count(address, open);
    };
    auto round = excess('(', ')'), square = excess('[', ']');
    std::size_t end = address.size();
    for (; end > 0; --end) {
        const char last = address[end - 1];
        const bool surplus = (last == ')' && round-- > 0) || (last == ']' && square-- > 0);
        if (!surplus && std::string_view(".,;:!?'*_").find(last) == std::string_view::npos) break;
    }
    return end;
}

/// One part of a symbol behind a slash: letters and digits, with full stops and hyphens inside, brackets around a year.
std::size_t symbol_part_end(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size()) {
        const char c = text[end];
        const bool goes_on = end + 1 < text.size() && is_ascii_word(text[end + 1]);
        if (is_ascii_word(c) || ((c == '.' || c == '-') && end > at && goes_on)) {
            ++end;
            continue;
        }
        if (c != '(' || end == at) break;
        const std::size_t close = text.find(')', end);
        if (close == std::string_view::npos || close == end + 1 || close > end + 8) break;
        if (!std::ranges::all_of(text.substr(end + 1, close - end - 1), is_ascii_word)) break;
        end = close + 1;
    }
    return end;
}

}  // namespace

std::size_t web_address_end(std::string_view text, std::size_t at, bool to_blank) noexcept {
    const std::size_t prefix = web_prefix(text, at);
    if (prefix == 0) return at;
    std::size_t end = at + prefix;
    while (end < text.size()) {
        const Utf8Character c = utf8_character(text, end);
        const bool part = to_blank ? !ends_address(c.code)
                                   : begins_word(text, end) ||
                                         std::u32string_view(U"-./_~").find(c.code) != std::u32string_view::npos;
        if (!part) break;
        end += c.bytes;
    }
    if (to_blank) end = at + without_sentence_marks(text.substr(at, end - at));
    return end <= at + prefix ? at : end;
}

std::size_t tag_end(std::string_view text, std::size_t at) noexcept {
    if (text[at] != '#' && text[at] != '@') return at;
    std::size_t end = at + 1;
    while (end < text.size()) {
        const Utf8Character c = utf8_character(text, end);
        const WordBreak kind = word_break_class(c.code);
        const bool part =
            begins_word(text, end) || kind == WordBreak::dictionary || (kind == WordBreak::extend && end > at + 1);
        if (!part || (text[at] == '@' && c.bytes > 1)) break;
        end += c.bytes;
    }
    return end == at + 1 ? at : end;
}

std::size_t mail_address_end(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    if (end >= text.size() || text[end] != '@' || end == begin) return end;
    std::size_t domain = end + 1, dots = 0;
    while (domain < text.size()) {
        const bool goes_on = domain + 1 < text.size() && is_ascii_word(text[domain + 1]);
        if (!is_ascii_word(text[domain]) &&
            !((text[domain] == '.' || text[domain] == '-') && goes_on && domain > end + 1))
            break;
        dots += text[domain++] == '.' ? 1 : 0;
    }
    return dots > 0 ? domain : end;
}

std::size_t document_symbol_end(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    constexpr std::size_t longest_organ = 10;
    if (end >= text.size() || text[end] != '/' || end - begin > longest_organ || !is_capital(text[begin])) return end;
    if (!std::ranges::all_of(text.substr(begin, end - begin),
                             [](char c) { return is_capital(c) || is_digit_byte(c) || c == '.'; }))
        return end;
    // A symbol is short; the bound keeps a text of nothing but slashes from being read again and again.
    constexpr std::size_t longest_symbol = 60;
    const std::string_view near = text.substr(0, std::min(text.size(), end + longest_symbol));
    std::size_t symbol = end;
    while (symbol < near.size() && near[symbol] == '/') {
        const std::size_t part = symbol_part_end(near, symbol + 1);
        if (part == symbol + 1) break;
        symbol = part;
    }
    return std::ranges::any_of(text.substr(end, symbol - end), is_digit_byte) ? symbol : end;
}

std::size_t abbreviation_hyphen(std::string_view text, std::size_t begin, std::size_t end) noexcept {
    if (end + 1 >= text.size() || text[end] != '.' || hyphen_bytes(text, end + 1) == 0 || end < begin + 3) return end;
    bool letter = true;
    for (std::size_t at = begin; at < end; letter = !letter) {
        const Utf8Character c = utf8_character(text, at);
        const bool fits = letter ? word_break_class(c.code) == WordBreak::letter : c.code == U'.';
        if (!fits) return end;
        at += c.bytes;
    }
    return letter ? end : end + 1;
}

std::size_t hyphen_bytes(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return 0;
    if (text[at] == '-') return 1;
    const std::string_view wide = text.substr(at, 3);
    return wide == "\u2010" || wide == "\u2011" ? 3 : 0;
}

}  // namespace tarazy
