#include "text/scaling/sentence_units.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tarazy {

Tokens sentence_units(const Tokens& tokens) {
    constexpr std::array<std::string_view, 7> ends = {".", "!", "?", "\u3002", "\uFF01", "\uFF1F", "\u2026"};
    std::vector<bool> is_end;
    for (const std::string& type : tokens.types) is_end.push_back(std::ranges::find(ends, type) != ends.end());
    Tokens sentences;
    sentences.types = tokens.types;
    sentences.type = tokens.type;
    sentences.start = tokens.start;
    sentences.length = tokens.length;
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        std::size_t number = 0;
        const auto close = [&](std::size_t end) {
            sentences.documents.push_back(tokens.documents[document] + "#" + std::to_string(++number));
            sentences.first.push_back(end);
        };
        const std::size_t end = tokens.first[document + 1];
        for (std::size_t t = tokens.first[document]; t < end; ++t) {
            if (is_end[tokens.type[t]]) close(t + 1);
        }
        if (sentences.first.back() < end) close(end);
    }
    return sentences;
}

}  // namespace tarazy
