#pragma once

#include "base/work.hpp"
#include "text/lemmas/conllu.hpp"
#include "text/tokens/tokenise.hpp"

#include <cstddef>

namespace tarazy {

/// The words of a treebank's sentences as one running text each, blanks only where the treebank has them.
[[nodiscard]] Corpus running_text(const ConlluWords& words);

/// Words that were found in running text, held against those of a treebank.
struct FoundWords {
    std::size_t gold = 0, found = 0;
    std::size_t right = 0;                     ///< both ends are those of one gold word (Sproat & Emerson 2003)
    double precision = 0, recall = 0, f1 = 0;  ///< right / found, right / gold, and 2 right / (found + gold)
};

/// How well the words of a script without blanks are found: the sentences are cut again without their word boundaries.
/// @param with_marks  marks count as words, as the shared measurements of word segmentation have it; else what is
///                    punctuation by the treebank, and what is by its characters, is left out of both
/// O(bytes)
[[nodiscard]] FoundWords found_words(const ConlluWords& gold, const TokenOptions& options, bool with_marks,
                                     const Work& work = {});

}  // namespace tarazy
