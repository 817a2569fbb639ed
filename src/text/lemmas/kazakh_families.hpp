#pragma once

#include "text/lemmas/kazakh_closed_class.hpp"
#include "text/lemmas/kazakh_lexicon.hpp"
#include "text/lemmas/kazakh_readings.hpp"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace tarazy {

/// What the Kazakh analyser knows of the language.
struct KazakhGrammar {
    KazakhSuffixes suffixes;
    KazakhLexicon lexicon;
    KazakhClosedClass closed_class;
};

/// How many words of running text belong to each stem, as nouns and as verbs; fractions where words are ambiguous.
struct StemFamilies {
    struct Count {
        double noun = 0, verb = 0;
        double bare = 0;  ///< of `noun`, what stands without any suffix
    };
    std::unordered_map<std::u32string, Count> stems;

    [[nodiscard]] Count of(const std::u32string& stem) const {
        const auto found = stems.find(stem);
        return found == stems.end() ? Count{} : found->second;
    }
};

struct CountedWord {
    std::u32string word;  ///< lower case
    double count = 0;
    double capital = 0;  ///< share written with a capital inside of sentences
};

/// A reading whose stem could be a word, with its log-probability up to a constant.
struct ScoredReading {
    KazakhReading reading;
    double score = 0;
    bool known = false;  ///< the stem is in the lexicon
};

/// The readings of a word, best first; never empty.
[[nodiscard]] std::vector<ScoredReading> scored_readings(const CountedWord& word, const KazakhGrammar& grammar,
                                                         const StemFamilies& families);

/// Soft counts of stems over words of raw text (expectation maximisation, `rounds` rounds).
[[nodiscard]] StemFamilies stem_families(std::span<const CountedWord> words, const KazakhGrammar& grammar,
                                         const StemFamilies& before, int rounds);

}  // namespace tarazy
