#include "report/html.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

template <std::size_t n>
bool among(const std::array<std::string_view, n>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_switch(std::string_view attribute) {
    static constexpr std::array<std::string_view, 5> switches{"open", "hidden", "checked", "disabled", "selected"};
    return among(switches, attribute);
}

bool is_void(std::string_view tag) {
    static constexpr std::array<std::string_view, 6> voids{"br", "col", "hr", "input", "link", "meta"};
    return among(voids, tag);
}

}  // namespace

std::string escape_html(std::string_view plain) {
    std::string escaped;
    escaped.reserve(plain.size() + plain.size() / 16);
    for (const char character : plain) {
        switch (character) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            case '\'': escaped += "&#39;"; break;
            default: {
                const auto byte = static_cast<unsigned char>(character);
                const bool forbidden =
                    (byte < 0x20 && character != '\n' && character != '\t' && character != '\r') || byte == 0x7f;
                if (forbidden)
                    escaped += "\xEF\xBF\xBD";
                else
                    escaped += character;
            }
        }
    }
    return escaped;
}

Html text(std::string_view plain) {
    return {escape_html(plain)};
}

Html element(std::string_view tag, const Attributes& attributes, const Html& content) {
    std::string markup = "<";
    markup += tag;
    for (const auto& [name, value] : attributes) {
        if (value.empty() && !is_switch(name)) continue;
        markup += ' ';
        markup += name;
        if (value.empty()) continue;
        markup += "=\"" + escape_html(value) + '"';
    }
    markup += '>';
    if (is_void(tag)) return {markup};
    markup += content.markup;
    markup += "</";
    markup += tag;
    markup += '>';
    return {markup};
}

Html element(std::string_view tag, const Attributes& attributes, std::initializer_list<Html> content) {
    Html joined;
    for (const Html& part : content) joined += part;
    return element(tag, attributes, joined);
}

std::string html_id(std::string_view prefix, std::string_view key) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string id(prefix);
    for (const char character : key) {
        const bool plain = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
                           (character >= '0' && character <= '9') || character == '-' || character == '_' ||
                           character == '.';
        if (plain) {
            id += character;
            continue;
        }
        const auto byte = static_cast<unsigned char>(character);
        id += '~';
        id += digits[byte >> 4U];
        id += digits[byte & 15U];
    }
    return id;
}

}  // namespace tarazy
