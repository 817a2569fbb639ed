#include "base/text_cut.hpp"

#include <algorithm>

namespace tarazy {
namespace {

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// May this byte follow the first one? Others would be a longer form of a character, half of a pair of UTF-16 or lie
/// beyond the last character (Unicode 15, table 3-7).
bool may_follow(unsigned char first, char second) {
    const auto byte = static_cast<unsigned char>(second);
    switch (first) {
        case 0xE0: return byte >= 0xA0;
        case 0xED: return byte < 0xA0;
        case 0xF0: return byte >= 0x90;
        case 0xF4: return byte < 0x90;
        default: return true;
    }
}

}  // namespace

std::size_t first_character_length(std::string_view text) noexcept {
    if (text.empty()) return 0;
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1;
    if (length > text.size() || !std::ranges::all_of(text.substr(1, length - 1), continues)) return 1;
    if (length > 1 && !may_follow(first, text[1])) return 1;
    return length;
}

std::string_view character_at_byte(std::string_view text, std::size_t byte) noexcept {
    if (byte >= text.size()) return {};
    const std::string_view rest = text.substr(byte);
    return rest.substr(0, first_character_length(rest));
}

std::string shortened(std::string_view text, std::size_t longest) {
    if (text.size() <= longest) return std::string(text);
    std::size_t length = longest - 3;
    while (length > 0 && continues(text[length])) --length;
    return std::string(text.substr(0, length)) + "...";
}

}  // namespace tarazy
