#include "base/printable.hpp"

#include "base/utf8.hpp"

#include <cstdio>

namespace tarazy {
namespace {

/// Of Unicode's bidirectional controls those that hold beyond the next character.
bool turns_direction(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string printable(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Character character = utf8_character(text, at);
        const char32_t c = character.code;
        char escape[16];
        if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
            std::snprintf(escape, sizeof escape, "\\x%02X", static_cast<unsigned>(c));
            shown += escape;
        } else if ((c >= 0x80 && c < 0xA0) || turns_direction(c)) {
            std::snprintf(escape, sizeof escape, "\\u%04X", static_cast<unsigned>(c));
            shown += escape;
        } else if (c == 0xFFFD) {
            shown += "\uFFFD";
        } else {
            shown += text.substr(at, character.bytes);
        }
        at += character.bytes;
    }
    return shown;
}

}  // namespace tarazy
