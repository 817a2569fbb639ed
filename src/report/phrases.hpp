#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

// A report says the same in three languages many times: the head of a column, the name of a state, that a link is the
// compiler's own reading. Gzip finds what was said before within 32 kB only; so what lies packed holds each such text
// once, and the script writes it into its places (explorer/src/page/row_blocks.ts).

/// Markup in which texts in three languages (`local`) that occur more than once are numbers: U+001B, the number of the
/// phrase, ";".
struct PhrasedMarkup {
    std::string markup;
    std::vector<std::string> phrases;  ///< in the order in which they first occur
};

/// Linear in the length of the markup.
[[nodiscard]] PhrasedMarkup with_phrases(std::string_view markup);

}  // namespace tarazy
