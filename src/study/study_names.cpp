#include "study/study_names.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::size_t longest_id = 80;

/// Length of the UTF-8 character that begins here, when it can be part of a name: no control character, no blank, no
/// mark that cannot be seen; 0 otherwise.
std::size_t name_character(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    if (byte(0) < 0x80) return 0;
    const std::size_t length = byte(0) >= 0xf0 ? 4 : byte(0) >= 0xe0 ? 3 : byte(0) >= 0xc3 ? 2 : 0;
    if (length == 0 || byte(0) > 0xf4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (byte(i) < 0x80 || byte(i) > 0xbf) return 0;
    // Blanks and directions of U+2000 to U+206F, the ideographic blank, private signs and surrogates.
    const bool unseen = byte(0) == 0xe2 && (byte(1) == 0x80 || byte(1) == 0x81);
    const bool blank = byte(0) == 0xe3 && byte(1) == 0x80 && byte(2) == 0x80;
    const bool odd = byte(0) == 0xed && byte(1) >= 0xa0;
    const bool last = byte(0) == 0xee || byte(0) == 0xef;
    return unseen || blank || odd || last ? 0 : length;
}

}  // namespace

bool is_id(const std::string& text) {
    const auto good = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= longest_id && std::ranges::all_of(text, good);
}

bool is_pole_id(const std::string& text) {
    if (text.empty() || text.size() > longest_id || text.front() == '.' || text.back() == '.') return false;
    for (std::string_view rest = text; !rest.empty();) {
        const bool plain = rest.front() == '.' || is_id(std::string(rest.substr(0, 1)));
        const std::size_t length = plain ? 1 : name_character(rest);
        if (length == 0) return false;
        rest.remove_prefix(length);
    }
    return true;
}

std::string lower_case(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

}  // namespace tarazy
