#include "network/graph_files/text_places.hpp"

#include <algorithm>

namespace tarazy {

std::optional<std::string_view> TextLines::next() {
    if (rest_.empty()) return std::nullopt;
    const std::size_t end = rest_.find_first_of("\r\n");
    const std::string_view line = rest_.substr(0, end);
    if (end == std::string_view::npos)
        rest_ = {};
    else
        rest_.remove_prefix(end + (rest_.substr(end).starts_with("\r\n") ? 2 : 1));
    ++number_;
    return line;
}

std::vector<PlacedWord> placed_words(std::string_view line, std::size_t number, std::string_view separators,
                                     bool* unclosed) {
    std::vector<PlacedWord> words;
    const auto parts = [&](char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\v' || separators.find(c) != std::string_view::npos;
    };
    for (std::size_t at = 0; at < line.size();) {
        if (parts(line[at])) {
            ++at;
            continue;
        }
        PlacedWord word{{}, number, at + 1, line[at] == '"' || line[at] == '\''};
        if (!word.quoted) {
            while (at < line.size() && !parts(line[at])) word.text += line[at++];
            words.push_back(std::move(word));
            continue;
        }
        const char quote = line[at++];
        bool closed = false;
        while (at < line.size() && !closed) {
            if (line[at] != quote) {
                word.text += line[at++];
            } else if (at + 1 < line.size() && line[at + 1] == quote) {
                word.text += quote;
                at += 2;
            } else {
                closed = true;
                ++at;
            }
        }
        if (!closed && unclosed != nullptr) *unclosed = true;
        words.push_back(std::move(word));
    }
    return words;
}

bool same_word(std::string_view text, std::string_view word) {
    return std::ranges::equal(
        text, word, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; });
}

void refuse_place(const std::string& path, const PlacedWord& at, std::string what, std::string remedy) {
    throw InputError(Problem{path, at.line, at.column, std::move(what), std::move(remedy)});
}

}  // namespace tarazy
