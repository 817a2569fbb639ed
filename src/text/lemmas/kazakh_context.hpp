#pragma once

#include "text/lemmas/kazakh_families.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// What a reading makes of a word in its sentence.
enum class KazakhRole : std::uint8_t { word, accusative, finite_verb, converb, other_verb, particle, mark };

struct KazakhCandidate {
    std::u32string lemma;
    std::string analysis;  ///< "noun+plural+poss3"; "closed" for words of the closed class
    double score = 0;      ///< log-probability up to a constant
    double share = 0;      ///< of all readings of the word with this lemma, out of context
    bool known = false;
    KazakhRole role = KazakhRole::word;
};

/// The lemmas a word may have, best first; one a lemma and role, at most `most_kazakh_candidates`; never empty.
using KazakhCandidates = std::vector<KazakhCandidate>;
constexpr std::size_t most_kazakh_candidates = 6;

/// @param word      lower case; may be anything, an empty word and marks included
/// @param readings  of the word, if it has been taken apart; else empty
[[nodiscard]] KazakhCandidates kazakh_candidates(const CountedWord& word, std::span<const WeighedReading> readings,
                                                 const KazakhGrammar& grammar, const StemFamilies& families);

/// Which candidate stands in a sentence, given the words around it (none at its ends): a verb ends the sentence, an
/// accusative stands before a verb, an adjective before a noun, a converb before an auxiliary. O(candidates)
[[nodiscard]] std::size_t candidate_in_context(const KazakhCandidates& here, const KazakhCandidates* before,
                                               const KazakhCandidates* next);

}  // namespace tarazy
