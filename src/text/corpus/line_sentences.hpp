#pragma once

#include "text/corpus/text_map.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The sentences of a text that is set in lines and was not cleaned, without the blanks around them, by the rules of
/// Unicode (UAX #29) with the abbreviations that the Common Locale Data Repository knows for the language ("Mr.
/// President" is one). A single line end stands inside of a sentence, as in texts that were set in lines; an empty line
/// ends one.
/// @param text      UTF-8; faulty bytes end nothing
/// @param language  "kk", "ru", "en", "zh"; any other goes by the rules alone
/// O(bytes)
[[nodiscard]] std::vector<TextSpan> line_sentences(std::string_view text, const std::string& language);

}  // namespace tarazy
