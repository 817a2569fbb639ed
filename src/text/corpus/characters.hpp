#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tarazy {

/// What a character is to the reading of documents.
enum class CharacterKind : std::uint8_t {
    blank,       ///< spaces of all widths, tabs, line and page ends
    digit,       ///< of any script
    mark,        ///< punctuation and signs
    cyrillic,    ///< letters, and marks that belong to the letter in front of them
    latin,       ///< the letters of ASCII
    latin_more,  ///< other Latin letters
    han,
    letter,  ///< of other scripts
};

struct CharacterAt {
    char32_t value = 0;
    std::size_t bytes = 1;
};

/// The character that begins at this byte. @pre the text is UTF-8 and the byte is the first one of a character
[[nodiscard]] inline CharacterAt character_from(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const char32_t first = byte(at);
    if (first < 0x80) return {first, 1};
    if (first < 0xE0 && at + 1 < text.size()) return {(first & 0x1F) << 6 | (byte(at + 1) & 0x3F), 2};
    if (first < 0xF0 && at + 2 < text.size())
        return {(first & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F), 3};
    if (at + 3 < text.size())
        return {(first & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 | (byte(at + 2) & 0x3F) << 6 | (byte(at + 3) & 0x3F),
                4};
    return {0xFFFD, text.size() - at};
}

/// The character that ends in front of this byte. @pre 0 < end <= text.size()
[[nodiscard]] inline CharacterAt character_before(std::string_view text, std::size_t end) noexcept {
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return character_from(text, at);
}

/// Tables for what documents consist of, ICU for the rest. O(1)
[[nodiscard]] CharacterKind character_kind(char32_t character) noexcept;
[[nodiscard]] inline bool is_letter_kind(CharacterKind kind) noexcept {
    return kind >= CharacterKind::cyrillic;
}
[[nodiscard]] bool is_upper_case(char32_t character) noexcept;
[[nodiscard]] char32_t lower_case(char32_t character) noexcept;
/// Zero-width characters and the soft hyphen: invisible, and in the way of every count.
[[nodiscard]] inline bool is_invisible(char32_t c) noexcept {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

/// Characters (code points) of a UTF-8 text. O(bytes)
[[nodiscard]] std::size_t count_characters(std::string_view text) noexcept;

/// The text in lower case, character by character. O(bytes)
[[nodiscard]] std::string lower_case_text(std::string_view text);

}  // namespace tarazy
