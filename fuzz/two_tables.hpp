#pragma once
// Two texts in one input, parted by a line `===`.

#include <algorithm>
#include <string_view>

namespace tarazy {

struct TwoTexts {
    std::string_view first, second;
};

inline TwoTexts two_texts(std::string_view text) {
    constexpr std::string_view mark = "\n===\n";
    const std::size_t at = std::min(text.find(mark), text.size());
    return {text.substr(0, at), text.substr(std::min(at + mark.size(), text.size()))};
}

}  // namespace tarazy
