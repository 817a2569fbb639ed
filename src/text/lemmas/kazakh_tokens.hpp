#pragma once

#include "text/lemmas/kazakh_context.hpp"
#include "text/lemmas/lemmatise.hpp"

namespace tarazy {

/// The language of a token, whether one was given for all or one for each token.
struct TokenLanguages {
    std::span<const LemmaLanguage> given;

    [[nodiscard]] LemmaLanguage of(std::size_t token) const { return given.size() == 1 ? given[0] : given[token]; }
};

/// Suffixes, closed class, and the word list at `base`.dic.
[[nodiscard]] KazakhGrammar read_kazakh_grammar(const std::filesystem::path& base);

/// Puts lemmas of the Kazakh tokens into `result`; reads nothing if there are none.
void kazakh_token_lemmas(const Tokens& tokens, const TokenLanguages& languages, const LemmaSources& sources,
                         unsigned threads, const Work& work, Lemmas& result);

}  // namespace tarazy
