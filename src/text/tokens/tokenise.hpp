#pragma once

#include "base/work.hpp"
#include "text/corpus/corpus.hpp"
#include "text/tokens/tokens.hpp"
#include "text/tokens/word_segments.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tarazy {

/// What becomes of the tokens once the text is cut. Everything here is asked once a type.
struct TokenOptions {
    TokenRules rules = TokenRules::unicode;
    bool lower = false;               ///< lower case, by the rules of Unicode for no language in particular
    bool remove_punctuation = false;  ///< tokens of nothing but punctuation
    bool remove_numbers = false;      ///< 12, 3.5, 1,000,000; not 1990s
    bool remove_symbols = false;      ///< tokens of nothing but symbols: + = €
    unsigned threads = 0;             ///< 0 = all cores; changes nothing in the result
};

/// Cuts the documents into tokens. A type is written as in the text, in Unicode's form NFC; places are those of the
/// text as it was given. The types come in the order of their first token.
/// @throws LimitError for a document of 4 GiB or more, or more than 4 thousand million types
/// O(bytes); memory 12 bytes a token beside the types
[[nodiscard]] Tokens tokenise(const Corpus& corpus, const TokenOptions& options, const Work& work = {});

}  // namespace tarazy
