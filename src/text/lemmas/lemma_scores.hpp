#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace tarazy {

struct LemmaScores {
    std::size_t words = 0, types = 0;
    double accuracy = 0;                       ///< share of words whose lemma is right, letter case apart
    double precision = 0, recall = 0, f1 = 0;  ///< B-cubed over types
};

/// Lemmas held against gold ones, word by word. B-cubed (Bagga & Baldwin 1998) over types: types are put together by
/// their most frequent lemma (the first on ties); precision of a type is the share of its group with its gold lemma,
/// recall the share of its gold group with its lemma; both averaged over types. @pre equal lengths; lower case
/// O(words log words)
[[nodiscard]] LemmaScores lemma_scores(std::span<const std::string> forms, std::span<const std::string> gold,
                                       std::span<const std::string> lemmas);

}  // namespace tarazy
