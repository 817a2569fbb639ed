#include "text/lemmas/kazakh_families.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::kazakh_families_test {
namespace {

KazakhGrammar small_grammar() {
    KazakhGrammar grammar{kazakh_suffixes(), {}, kazakh_closed_class()};
    grammar.lexicon = kazakh_lexicon_of("3\nқала/A\nорын/A\nсайлау/M\n");
    return grammar;
}

std::vector<CountedWord> few_words() {
    return {{U"қалалар", 3, 0}, {U"қаланың", 2, 0}, {U"қала", 5, 0}, {U"бекболатқа", 1, 1}, {U"бекболат", 2, 1},
            {U"орны", 1, 0},    {U"сайлады", 4, 0}, {U"", 1, 0},     {U"...", 9, 0}};
}

StemFamilies stem_families(const std::vector<CountedWord>& words, const KazakhGrammar& grammar, int rounds,
                           unsigned threads = 1, const Work& work = {}) {
    StemFamilies families;
    const WordReadings readings = read_words(words, grammar, families, threads, work);
    count_stems(words, readings, rounds, threads, work, families);
    return families;
}

/// The best reading's stem, and whether it is known.
std::pair<std::string, bool> best_stem(const std::u32string& word, double capital, const KazakhGrammar& grammar,
                                       const StemFamilies& families) {
    const std::vector<WeighedReading> readings = read_word(word, grammar, families);
    std::vector<ReadingShare> shares;
    reading_shares(readings, capital, families, 0, shares);
    const WeighedReading& best = readings[shares.front().number];
    std::u32string stem;
    stem_of_reading(word, best, stem);
    return {utf8_of(stem), best.known};
}

TEST(KazakhFamilies, FormsOfAStemAreCountedTogether) {
    const StemFamilies families = stem_families(few_words(), small_grammar(), 3);
    EXPECT_NEAR(families.of(U"қала").noun, 10, 0.5);
    EXPECT_GT(families.of(U"сайла").verb, 3);
    EXPECT_EQ(families.of(U"...").noun, 0) << "marks are no words";
}

TEST(KazakhFamilies, AnUnknownNameIsFoundByItsOtherForms) {
    const KazakhGrammar grammar = small_grammar();
    const StemFamilies families = stem_families(few_words(), grammar, 3);
    EXPECT_EQ(best_stem(U"бекболатқа", 1, grammar, families), std::pair(std::string("бекболат"), false));
    EXPECT_EQ(best_stem(U"орны", 0, grammar, families), std::pair(std::string("орын"), true));
}

TEST(KazakhFamilies, TheSameAtAnyNumberOfThreads) {
    const KazakhGrammar grammar = small_grammar();
    std::vector<CountedWord> words;
    for (int copy = 0; copy < 100; ++copy)
        for (CountedWord word : few_words()) {
            word.word += std::u32string(1, static_cast<char32_t>(U'а' + copy % 30));
            words.push_back(word);
        }
    const StemFamilies one = stem_families(words, grammar, 2, 1), two = stem_families(words, grammar, 2, 2);
    ASSERT_EQ(one.stems.size(), two.stems.size());
    for (std::uint32_t stem = 0; stem < one.counts.size(); ++stem) {
        EXPECT_TRUE(one.stems[stem] == two.stems[stem]);
        EXPECT_EQ(one.counts[stem].noun, two.counts[stem].noun);
        EXPECT_EQ(one.counts[stem].verb, two.counts[stem].verb);
    }
}

}  // namespace
}  // namespace tarazy::kazakh_families_test
