#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A sentence: its bytes in the text of its document, without white space at its ends.
struct SentenceSpan {
    std::size_t begin = 0, end = 0;
    bool operator==(const SentenceSpan&) const = default;
};

/// The sentences of a text, by the rules of Unicode (UAX #29) with the abbreviations that the Common Locale Data
/// Repository knows for the language ("Mr. President" is one). A single line end stands inside of a sentence, as in
/// texts that were set in lines; an empty line ends one.
/// @param text      UTF-8; faulty bytes end nothing
/// @param language  "kk", "ru", "en", "zh"; any other goes by the rules alone
/// O(bytes)
[[nodiscard]] std::vector<SentenceSpan> sentences(std::string_view text, const std::string& language);

}  // namespace tarazy
