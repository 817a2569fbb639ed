#pragma once

#include "text/counts/type_index.hpp"
#include "text/tokens/tokens.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// One word of a phrase as it was written.
struct PhraseWord {
    WordPattern pattern;
    bool lemma = false;  ///< the lemma of the token must fit, not the token
    bool operator==(const PhraseWord&) const = default;
};
using Phrase = std::vector<PhraseWord>;

/// The words of a phrase: parted by blanks; /.../ is a regular expression, lemma:... asks the lemma.
[[nodiscard]] Phrase phrase_of(std::string_view text);

/// Lemmas of tokens, where a command has them.
struct TokenLemmas {
    std::vector<std::string> lemmas;
    std::vector<std::uint32_t> lemma;  ///< of each token its lemma, as `Tokens::type`
};

/// A run of tokens: [begin, end) among all tokens of the corpus.
struct TokenRun {
    std::size_t begin = 0, end = 0;
    bool operator==(const TokenRun&) const = default;
};

/// Phrases made ready for the types of one corpus. What is written in a script without blanks, or holds marks at which
/// words are cut (U.S.), is found as a run of tokens that touch each other, too.
class PhraseFinder {
public:
    /// @param lemmas  nullptr = none; then a phrase with lemma: is an InputError
    PhraseFinder(const Tokens& tokens, const TokenLemmas* lemmas, bool case_sensitive);

    /// Adds a phrase. @return its number, from 0 on
    std::size_t add(const Phrase& phrase);
    /// Does any token fit each word of the phrase?
    [[nodiscard]] bool may_occur(std::size_t phrase) const { return may_occur_[phrase]; }

    /// Calls `found(phrase, run)` for every occurrence in [begin, end), by the begin of the runs.
    /// O(tokens + phrases whose first word fits, each with its words)
    template <typename Found>
    void find(std::size_t begin, std::size_t end, Found found) const {
        for (std::size_t token = begin; token < end; ++token) {
            for (const bool lemma : {false, true}) {
                if (lemma && lemmas_ == nullptr) break;
                const std::vector<std::vector<std::uint32_t>>& starts = lemma ? lemma_starts_ : type_starts_;
                const std::uint32_t type = lemma ? lemmas_->lemma[token] : tokens_.type[token];
                if (type >= starts.size()) continue;
                for (const std::uint32_t way : starts[type]) {
                    if (fits(ways_[way], token, end))
                        found(ways_[way].phrase, TokenRun{token, token + ways_[way].parts.size()});
                }
            }
        }
    }

private:
    struct Part {
        std::size_t set = 0;  ///< of the types that fit
        bool lemma = false, touching = false;
    };
    struct Way {
        std::size_t phrase = 0;
        std::vector<Part> parts;
    };
    [[nodiscard]] bool fits(const Way& way, std::size_t token, std::size_t end) const;
    [[nodiscard]] std::vector<std::vector<Part>> ways_of_word(const PhraseWord& word);
    std::size_t set_of(std::vector<std::uint32_t> types, std::size_t all);

    const Tokens& tokens_;
    const TokenLemmas* lemmas_;
    TypeIndex types_;
    std::optional<TypeIndex> lemma_types_;
    std::vector<std::vector<bool>> sets_;
    std::vector<std::vector<std::uint32_t>> members_;
    std::vector<Way> ways_;
    std::vector<bool> may_occur_;
    std::vector<std::vector<std::uint32_t>> type_starts_, lemma_starts_;  ///< of each type the ways that it begins
};

}  // namespace tarazy
