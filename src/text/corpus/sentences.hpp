#pragma once

#include "text/corpus/text_map.hpp"

#include <string_view>
#include <vector>

namespace tarazy {

/// The sentences of a text, without the blanks around them. A sentence ends with a line end, behind 。！？ and their
/// closing marks, and behind .!?… where a blank and then a capital, digit, quote or list sign follow, unless a single
/// letter or an abbreviation of a few letters (г., т., стр., б., ж., Mr., No.) stands in front of the point.
/// A rule of our own: quick, the same for Kazakh, Russian, English and Chinese; no sentence crosses a paragraph.
/// O(bytes)
[[nodiscard]] std::vector<TextSpan> sentences(std::string_view text);

}  // namespace tarazy
