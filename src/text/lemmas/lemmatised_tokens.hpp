#pragma once

#include "text/counts/token_pattern.hpp"
#include "text/lemmas/lemmatise.hpp"
#include "text/tokens/languages_of_tokens.hpp"
#include "text/tokens/tokenise.hpp"

#include <cstddef>

namespace tarazy {

/// Tokens as written, and beside each its lemma and language.
struct LemmatisedTokens {
    Tokens tokens;
    TokenLemmas lemmas;
    LanguagesOfTokens languages;
    std::size_t words = 0;    ///< tokens that are no mark, number or symbol, and in a language with lemmas
    std::size_t guessed = 0;  ///< of these the lemma is a guess: no dictionary has a stem of it
};

/// Lemmas of tokens, and then the options that drop tokens or change their case.
///
/// Lemmas come first, since the words and marks around a Kazakh word help to choose its lemma. What the options drop
/// (punctuation, stop words, short words, ...) is dropped where they would drop the token or its lemma: a list of stop
/// words may have either. Lemmas are in lower case.
/// @param tokens     cut by the same rules, nothing dropped, case as written, no n-grams
/// @param languages  of each token; those without lemmas (not kk, ru, en) get the token in lower case
/// @param options    what is dropped, and the case of the tokens; n-grams are left to `counted_lemmas`
/// @throws InputError naming the package whose dictionary is missing
/// O(tokens + types)
[[nodiscard]] LemmatisedTokens lemmatised_tokens(Tokens tokens, LanguagesOfTokens languages,
                                                 const LemmaSources& sources, const TokenOptions& options,
                                                 const Work& work = {});

/// The lemmas in the place of the tokens, then n-grams of them if the options ask for some.
[[nodiscard]] Tokens counted_lemmas(LemmatisedTokens lemmatised, const TokenOptions& options, const Work& work = {});

}  // namespace tarazy
