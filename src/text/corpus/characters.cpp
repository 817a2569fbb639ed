#include "text/corpus/characters.hpp"

#include "base/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

namespace tarazy {
namespace {

CharacterKind kind_by_icu(char32_t c) {
    const auto character = static_cast<UChar32>(c);
    if (u_isUWhiteSpace(character) != 0) return CharacterKind::blank;
    if (u_isdigit(character) != 0) return CharacterKind::digit;
    UErrorCode status = U_ZERO_ERROR;
    const bool letter = u_isUAlphabetic(character) != 0 || u_charType(character) == U_NON_SPACING_MARK;
    if (!letter) return CharacterKind::mark;
    switch (uscript_getScript(character, &status)) {
        case USCRIPT_CYRILLIC: return CharacterKind::cyrillic;
        case USCRIPT_LATIN: return c < 0x80 ? CharacterKind::latin : CharacterKind::latin_more;
        case USCRIPT_HAN: return CharacterKind::han;
        case USCRIPT_INHERITED: return CharacterKind::mark;
        default: return CharacterKind::letter;
    }
}

/// Latin and Cyrillic, general punctuation: all that is not Han.
constexpr std::size_t table_size = 0x2100;

struct CharacterTable {
    std::array<CharacterKind, table_size> kind{};
    std::array<char16_t, table_size> lower{};

    CharacterTable() {
        for (std::size_t c = 0; c < table_size; ++c) {
            kind[c] = kind_by_icu(static_cast<char32_t>(c));
            lower[c] = static_cast<char16_t>(u_tolower(static_cast<UChar32>(c)));
        }
    }
};

const CharacterTable& character_table() {
    static const CharacterTable table;
    return table;
}

}  // namespace

CharacterKind character_kind(char32_t c) noexcept {
    if (c < table_size) return character_table().kind[c];
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF)) return CharacterKind::han;
    return kind_by_icu(c);
}

bool is_upper_case(char32_t c) noexcept {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return u_isupper(static_cast<UChar32>(c)) != 0 || u_istitle(static_cast<UChar32>(c)) != 0;
}

char32_t lower_case(char32_t c) noexcept {
    if (c < table_size) return character_table().lower[c];
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

std::size_t count_characters(std::string_view text) noexcept {
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

std::string lower_case_text(std::string_view text) {
    std::string lower;
    lower.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CharacterAt here = character_from(text, at);
        append_utf8(lower, lower_case(here.value));
        at += here.bytes;
    }
    return lower;
}

}  // namespace tarazy
