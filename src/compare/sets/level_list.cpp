#include "compare/sets/level_list.hpp"

#include <algorithm>
#include <charconv>

namespace tarazy {

std::optional<LevelList> read_level_list(std::string_view text) {
    if (text.empty() || (text.front() != '{' && text.front() != '[')) return std::nullopt;
    const char closing = text.front() == '{' ? '}' : ']';
    LevelList list;
    std::size_t at = 1;
    const auto blanks = [&] {
        while (at < text.size() && text[at] == ' ') ++at;
    };
    while (true) {
        blanks();
        unsigned level = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), level);
        if (error != std::errc()) return std::nullopt;
        list.levels.push_back(level);
        at = static_cast<std::size_t>(end - text.data());
        blanks();
        if (at == text.size() || (text[at] != ',' && text[at] != closing)) return std::nullopt;
        if (text[at++] == closing) break;
    }
    list.length = at;
    std::ranges::sort(list.levels);
    list.levels.erase(std::unique(list.levels.begin(), list.levels.end()), list.levels.end());
    return list;
}

}  // namespace tarazy
