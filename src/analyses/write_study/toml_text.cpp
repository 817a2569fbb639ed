#include "analyses/write_study/toml_text.hpp"

#include "base/text_lists.hpp"

#include <array>
#include <cstdio>

namespace tarazy {
namespace {

bool is_control(char letter) {
    return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f;
}

std::string escape_of(char letter) {
    std::array<char, 8> escape{};
    std::snprintf(escape.data(), escape.size(), "\\u%04X", static_cast<unsigned>(letter));
    return escape.data();
}

}  // namespace

std::string one_line(std::string_view text) {
    std::string line;
    for (const char letter : text) {
        if (is_control(letter)) {
            line += escape_of(letter);
        } else {
            line += letter;
        }
    }
    return line;
}

std::string toml_quoted(std::string_view text) {
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') {
            quoted += '\\';
            quoted += letter;
        } else if (is_control(letter)) {
            quoted += escape_of(letter);
        } else {
            quoted += letter;
        }
    }
    return quoted + '"';
}

std::string toml_list(const std::vector<std::string>& texts) {
    return '[' + joined(texts, ", ", [](const std::string& text) { return toml_quoted(text); }) + ']';
}

std::string toml_languages(const LocalText& text) {
    std::string table = "{ en = " + toml_quoted(text.en);
    if (!text.kk.empty()) table += ", kk = " + toml_quoted(text.kk);
    if (!text.ru.empty()) table += ", ru = " + toml_quoted(text.ru);
    return table + " }";
}

}  // namespace tarazy
