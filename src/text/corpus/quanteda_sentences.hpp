#pragma once

#include <cstddef>
#include <string>

namespace tarazy {

/// How many sentences quanteda 4.3.1 counts in a text (`nsentence`), to repeat its numbers: the rules of Unicode (UAX
/// #29) with the English abbreviations of the Common Locale Data Repository, whatever the language, and each line end,
/// that of a paragraph too, as a blank. Our own sentences are those of `line_sentences`. O(bytes)
[[nodiscard]] std::size_t quanteda_sentence_count(const std::string& text);

}  // namespace tarazy
