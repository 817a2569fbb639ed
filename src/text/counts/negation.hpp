#pragma once

#include "text/counts/token_pattern.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tarazy {

/// Words that turn what stands near them into its contrary.
struct Negators {
    std::vector<WordPattern>
        before;  ///< stand before what they negate: not, no, never, without; не, нет, без; 不, 没有
    std::vector<WordPattern> behind;  ///< stand behind it: емес, жоқ, verbs in -ма/-ме
    std::vector<WordPattern> within;  ///< the last word of what is found is itself negated, or the next one is: -сыз
};

/// Those of English, Russian, Kazakh and Chinese. Kazakh negates behind, and by endings that are found without an
/// analysis of the word: personal forms in -ма/-ме/-ба/-бе/-па/-пе, and nouns in -сыз/-сіз.
[[nodiscard]] Negators usual_negators();

/// Does a phrase itself ask for a word that is negated by its ending (ядросыз, not ядро*)? Then that ending is what was
/// looked for and turns nothing into its contrary.
[[nodiscard]] bool asks_for_negated_word(const Phrase& phrase);

/// Negators made ready for the types of one corpus, and where sentences end.
class NegationFinder {
public:
    NegationFinder(const Tokens& tokens, const Negators& negators);

    /// Is the run negated: by a word within `window` words to its left or right (as the kind of word says), in the same
    /// sentence? Punctuation does not count as a word. O(window)
    /// @param own_ending  the negated ending of the last word counts; no, when it was asked for
    [[nodiscard]] bool is_negated(TokenRun run, std::size_t begin, std::size_t end, std::size_t window,
                                  bool own_ending = true) const;
    /// Does a sentence end at this token: one of . ! ? … 。！？
    [[nodiscard]] bool ends_sentence(std::size_t token) const { return ends_[tokens_.type[token]]; }

private:
    const Tokens& tokens_;
    std::vector<bool> before_, behind_, within_, ends_, marks_;  ///< of each type
};

}  // namespace tarazy
