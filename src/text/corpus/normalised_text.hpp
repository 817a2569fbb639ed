#pragma once

#include "text/corpus/text_map.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// A text that was made of another, and where its bytes come from.
struct MappedText {
    std::string text;
    TextMap map;
};

/// The text in NFC (Unicode 15, annex 15; ICU) without zero-width characters and soft hyphens, its lines ended by LF.
/// A soft hyphen at the end of a line stays, since it tells that a word goes on.
/// @pre UTF-8. O(bytes)
[[nodiscard]] MappedText normalised_text(std::string_view text);

}  // namespace tarazy
