#include "text/lemmas/kazakh_families.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::kazakh_families_test {
namespace {

KazakhGrammar small_grammar() {
    KazakhGrammar grammar{kazakh_suffixes(), {}, kazakh_closed_class()};
    grammar.lexicon = kazakh_lexicon_of("3\nқала/A\nорын/A\nсайлау/M\n", grammar.suffixes);
    return grammar;
}

std::vector<CountedWord> few_words() {
    return {{U"қалалар", 3, 0}, {U"қаланың", 2, 0}, {U"қала", 5, 0}, {U"бекболатқа", 1, 1}, {U"бекболат", 2, 1},
            {U"орны", 1, 0},    {U"сайлады", 4, 0}, {U"", 1, 0},     {U"...", 9, 0}};
}

TEST(KazakhFamilies, FormsOfAStemAreCountedTogether) {
    const StemFamilies families = stem_families(few_words(), small_grammar(), {}, 3);
    EXPECT_NEAR(families.of(U"қала").noun, 10, 0.5);
    EXPECT_GT(families.of(U"сайла").verb, 3);
    EXPECT_EQ(families.of(U"...").noun, 0) << "marks are no words";
}

TEST(KazakhFamilies, AnUnknownNameIsFoundByItsOtherForms) {
    const KazakhGrammar grammar = small_grammar();
    const StemFamilies families = stem_families(few_words(), grammar, {}, 3);
    const auto readings = scored_readings({U"бекболатқа", 1, 1}, grammar, families);
    EXPECT_EQ(utf8_of(readings.front().reading.stem), "бекболат");
    EXPECT_FALSE(readings.front().known);
    EXPECT_EQ(utf8_of(scored_readings({U"орны", 1, 0}, grammar, families).front().reading.stem), "орын");
}

TEST(KazakhFamilies, TheSameAtAnyNumberOfThreads) {
    const KazakhGrammar grammar = small_grammar();
    std::vector<CountedWord> words;
    for (int copy = 0; copy < 100; ++copy)
        for (CountedWord word : few_words()) {
            word.word += std::u32string(1, static_cast<char32_t>(U'а' + copy % 30));
            words.push_back(word);
        }
    const StemFamilies one = stem_families(words, grammar, {}, 2, 1), two = stem_families(words, grammar, {}, 2, 2);
    ASSERT_EQ(one.stems.size(), two.stems.size());
    for (const auto& [stem, count] : one.stems) {
        EXPECT_EQ(count.noun, two.of(stem).noun);
        EXPECT_EQ(count.verb, two.of(stem).verb);
    }
}

}  // namespace
}  // namespace tarazy::kazakh_families_test
