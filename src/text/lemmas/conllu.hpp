#pragma once

#include "text/tokens/tokens.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A treebank in CoNLL-U: each sentence a document, its words (not the multiword tokens) the tokens. `start` and
/// `length` count bytes in the words of the sentence joined by spaces, since the treebank's text joins some of them.
struct ConlluWords {
    Tokens tokens;
    std::vector<std::string> lemmas;  ///< of each token, as written
    std::vector<std::string> parts;   ///< universal parts of speech
    std::vector<bool> blank_after;    ///< a blank follows it in the text (no SpaceAfter=No)

    /// Counted in measurements: words, but no punctuation, numerals, symbols, or foreign words (PUNCT, NUM, SYM, X).
    [[nodiscard]] bool counts(std::size_t token) const;
};

/// @param name  of the file, for messages
/// @throws InputError with every line that has not ten fields, or no word at all
/// O(bytes)
[[nodiscard]] ConlluWords read_conllu(std::string_view text, const std::string& name);

}  // namespace tarazy
