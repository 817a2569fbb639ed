#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tarazy {

/// Which rules cut a text into tokens.
enum class TokenRules {
    unicode,   ///< word boundaries of Unicode, and what scholars keep whole: A/RES/70/57, U.S.-led, e-mail addresses
    quanteda,  ///< as quanteda 4 cuts
};

/// A stretch of a text, in bytes.
struct TextSpan {
    std::uint32_t start = 0, length = 0;
};

/// The tokens of a text (UTF-8) in their order, adding them to `spans`: words, numbers, and each mark of punctuation or
/// symbol; blanks and control characters are none. @pre text below 4 GiB. O(bytes)
void add_word_segments(std::string_view text, TokenRules rules, std::vector<TextSpan>& spans);

}  // namespace tarazy
