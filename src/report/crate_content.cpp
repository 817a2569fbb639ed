#include "report/crate_content.hpp"

#include <algorithm>
#include <cctype>

namespace tarazy {

std::string crate_id(std::string_view path) {
    static constexpr std::string_view plain = "-._~/!$&'()*+,;=@";
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string id;
    for (const char sign : path) {
        const auto byte = static_cast<unsigned char>(sign);
        const bool letter = byte < 0x80 && std::isalnum(byte) != 0;
        if (letter || plain.find(sign) != std::string_view::npos)
            id += sign;
        else
            id += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return id;
}

std::string shell_text(const std::string& text) {
    static constexpr std::string_view plain = "-_./+,:@%=";
    const auto is_plain = [](char sign) {
        return std::isalnum(static_cast<unsigned char>(sign)) != 0 || plain.find(sign) != std::string_view::npos;
    };
    if (!text.empty() && std::ranges::all_of(text, is_plain)) return text;
    std::string quoted = "'";
    for (const char sign : text) quoted += sign == '\'' ? std::string("'\\''") : std::string(1, sign);
    return quoted + "'";
}

std::string variable_of(const std::string& path) {
    if (!path.starts_with('$')) return "";
    const std::string name = path.substr(1, std::min(path.find('/'), path.size()) - 1);
    const auto allowed = [](char sign) { return std::isalnum(static_cast<unsigned char>(sign)) != 0 || sign == '_'; };
    const bool good = !name.empty() && std::isdigit(static_cast<unsigned char>(name.front())) == 0 &&
                      std::ranges::all_of(name, allowed);
    return good ? name : "";
}

std::string shell_path(const std::string& path) {
    const std::string variable = variable_of(path);
    if (variable.empty()) return shell_text(path);
    const std::string rest = path.substr(variable.size() + 1);
    return "\"$" + variable + '"' + (rest.empty() ? "" : "/" + shell_text(rest.substr(1)));
}

}  // namespace tarazy
