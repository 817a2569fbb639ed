#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tarazy {

/// A character of a text in UTF-8 and its bytes.
struct Utf8Character {
    char32_t code = 0;
    std::uint32_t bytes = 1;
};

/// The character that begins at a byte; a byte that begins none is U+FFFD of one byte, so that reading always goes on.
/// @pre at < text.size()
[[nodiscard]] inline Utf8Character utf8_character(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t k) -> std::uint32_t {
        return at + k < text.size() ? static_cast<unsigned char>(text[at + k]) : 0U;
    };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80) return {static_cast<char32_t>(lead), 1};
    const std::uint32_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (bytes == 0 || lead > 0xF4) return {0xFFFD, 1};
    std::uint32_t code = lead & (0x7FU >> bytes);
    for (std::uint32_t k = 1; k < bytes; ++k) {
        if ((byte(k) & 0xC0U) != 0x80U) return {0xFFFD, 1};
        code = code << 6U | (byte(k) & 0x3FU);
    }
    const bool overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
    if (overlong || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {0xFFFD, 1};
    return {static_cast<char32_t>(code), bytes};
}

/// Writes a character behind a text in UTF-8. @pre the character is one of Unicode and no surrogate
void append_utf8(std::string& text, char32_t character);

}  // namespace tarazy
