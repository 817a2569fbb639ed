#pragma once

#include "base/work.hpp"
#include "text/lemmas/kazakh_closed_class.hpp"
#include "text/lemmas/kazakh_lexicon.hpp"
#include "text/lemmas/kazakh_readings.hpp"

#include <span>
#include <string>
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
    KazakhStems stems;
    std::vector<Count> counts;  ///< of each stem

    [[nodiscard]] Count of(std::u32string_view stem) const {
        const std::uint32_t number = stems.find(stem);
        return number == KazakhStems::none ? Count{} : counts[number];
    }
    /// The number of a stem, which has no count if it is new.
    std::uint32_t add(std::u32string_view stem) {
        const std::uint32_t number = stems.add(stem);
        if (number >= counts.size()) counts.resize(number + std::size_t{1});
        return number;
    }
};

struct CountedWord {
    std::u32string word;  ///< lower case
    double count = 0;
    double capital = 0;  ///< share written with a capital inside of sentences
};

/// A reading whose stem could be a word, and all that its score takes from the lexicon.
struct WeighedReading {
    KazakhReading reading;
    std::uint32_t family = KazakhStems::none;  ///< of its stem, in the counts of stems
    std::uint32_t entry = KazakhStems::none;   ///< of the lexicon, if it has the stem or its last part
    float weight = 1;                          ///< how far that entry is to be believed as a noun
    std::uint8_t kinds = 0;                    ///< of that entry
    std::uint8_t cut = 0;  ///< of an unknown stem: letters by which a known one that would do is shorter
    bool full = false;     ///< a vowel that the suffix drove out is put back into the stem
    bool known = false;    ///< the stem is in the lexicon
    bool derived = false;  ///< it is not, but it is made from one that is
    bool odd = false;      ///< it ends as no word does

    [[nodiscard]] std::size_t stem_size() const noexcept { return reading.stem_size() + (full ? 1U : 0U); }
    [[nodiscard]] bool same_stem(const WeighedReading& other) const noexcept {
        return reading.kept == other.reading.kept && reading.ending == other.reading.ending && full == other.full;
    }
};

/// The readings of many words, each word taken apart once, whatever counts they are scored with afterwards.
struct WordReadings {
    std::vector<WeighedReading> readings;
    std::vector<std::size_t> first = {0};  ///< of each word; one more than words. A word without readings is skipped

    [[nodiscard]] std::span<const WeighedReading> of(std::size_t word) const {
        return std::span(readings).subspan(first[word], first[word + 1] - first[word]);
    }
};

/// Takes words apart; those of the closed class and those without a vowel get no reading. New stems are added to
/// `families`, without counts. The same at any number of threads.
/// O(readings); memory 56 bytes a reading, of which a word has five
[[nodiscard]] WordReadings read_words(std::span<const CountedWord> words, const KazakhGrammar& grammar,
                                      StemFamilies& families, unsigned threads, const Work& work);

/// The readings of one word, whatever it is; never empty. Stems that `families` lacks have no family.
[[nodiscard]] std::vector<WeighedReading> read_word(std::u32string_view word, const KazakhGrammar& grammar,
                                                    const StemFamilies& families);

/// Puts the stem of a reading, with its driven-out vowel, into `stem`.
void stem_of_reading(std::u32string_view word, const WeighedReading& reading, std::u32string& stem);

/// The log-probability of a reading, up to a constant. @param capital  as in CountedWord
[[nodiscard]] double reading_score(const WeighedReading& reading, double capital, const StemFamilies& families);

/// A reading by its number, with its score and its share of all readings of the word.
struct ReadingShare {
    std::size_t number = 0;
    double score = 0, share = 0;
};

/// The readings of a word, best first, down to a share of `least`. @param shares  receives them; @pre readings not
/// empty
void reading_shares(std::span<const WeighedReading> readings, double capital, const StemFamilies& families,
                    double least, std::vector<ReadingShare>& shares);

/// Adds soft counts of stems over words of raw text (expectation maximisation, `rounds` rounds) to those that
/// `families` has. The same at any number of threads. @param readings  of the words, by `read_words` with these
/// families O(rounds x readings)
void count_stems(std::span<const CountedWord> words, const WordReadings& readings, int rounds, unsigned threads,
                 const Work& work, StemFamilies& families);

}  // namespace tarazy
