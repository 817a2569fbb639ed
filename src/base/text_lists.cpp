#include "base/text_lists.hpp"

#include <algorithm>

namespace tarazy {

std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator, begin), text.size());
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + separator.size();
    }
    return parts;
}

std::vector<std::string> split(std::string_view text, char separator) {
    return split(text, std::string_view(&separator, 1));
}

std::vector<std::string> listed(std::string_view text, char separator) {
    std::vector<std::string> items;
    for (const std::string& part : split(text, separator)) {
        if (const std::string_view item = trimmed(part); !item.empty()) items.emplace_back(item);
    }
    return items;
}

void add_item(std::string& list, std::string_view item, std::string_view separator) {
    if (!list.empty()) list += separator;
    list += item;
}

std::string first_few(std::span<const std::string> items, std::size_t most) {
    return joined(items.first(std::min(most, items.size())), ", ") + (items.size() > most ? ", ..." : "");
}

}  // namespace tarazy
