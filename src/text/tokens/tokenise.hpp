#pragma once

#include "base/work.hpp"
#include "text/corpus/corpus.hpp"
#include "text/tokens/tokens.hpp"
#include "text/tokens/word_segments.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tarazy {

/// How texts are cut, and what becomes of the tokens then. All but the cutting is asked once a type, in the order of
/// the fields.
struct TokenOptions {
    TokenRules rules = TokenRules::unicode;
    std::vector<std::string> entities = {};    ///< further names that are one word in Chinese
    bool split_hyphens = false;                ///< well-known is three tokens
    bool remove_punctuation = false;           ///< tokens of nothing but punctuation
    bool remove_numbers = false;               ///< 12, 3.5, 1,000,000; not 1990s
    bool remove_symbols = false;               ///< tokens of nothing but symbols: + = €
    bool remove_urls = false;                  ///< web and e-mail addresses
    bool lower = false;                        ///< lower case, by the rules of Unicode for no language in particular
    std::vector<std::string> stop_words = {};  ///< removed in any case of letters
    std::size_t least_characters = 1;          ///< shorter tokens are removed
    std::size_t most_characters = 0;           ///< longer tokens are removed; 0 = none is
    std::vector<std::size_t> ngrams = {1};     ///< sizes: {1, 2} gives words and pairs of neighbours, joined by _
    std::vector<std::size_t> skips = {0};      ///< tokens left out between the parts of an n-gram
    unsigned threads = 0;                      ///< 0 = all cores; changes nothing in the result
};

/// Cuts the documents into tokens. A type is written as in the text, in Unicode's form NFC; places are those of the
/// text as it was given. The types come in the order of their first token.
/// @throws LimitError for a document of 4 GiB or more, or more than 4 thousand million types or n-grams;
///         UsageError for a size of n-grams that is 0 or above 100
/// O(bytes + n-grams); memory 12 bytes a token beside the types
[[nodiscard]] Tokens tokenise(const Corpus& corpus, const TokenOptions& options, const Work& work = {});

}  // namespace tarazy
