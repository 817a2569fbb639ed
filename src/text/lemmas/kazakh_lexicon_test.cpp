#include "text/lemmas/kazakh_lexicon.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy::kazakh_lexicon_test {
namespace {

constexpr const char* small_list =
    "8\nбұтақ/ABb\nбұтақтар/ABb\nсайлау/Mm\nсайла/ABb\nкөктеу/Mm\nкөктелу/Mm\nГүлнар/Bb\n12/A\n";

TEST(KazakhLexicon, GerundsBecomeVerbsAndCapitalsNames) {
    const KazakhLexicon lexicon = kazakh_lexicon_of(small_list);
    EXPECT_NE(lexicon.of(U"сайла").kinds & entry_verb, 0);
    EXPECT_NE(lexicon.of(U"гүлнар").kinds & entry_name, 0);
    EXPECT_EQ(lexicon.of(U"12").kinds, 0);
    EXPECT_EQ(lexicon.of(U"жоқсөз").kinds, 0);
    EXPECT_NE(lexicon.of(U"оқы").kinds & entry_verb, 0) << "one of our own";
}

TEST(KazakhLexicon, InflectedEntriesAreDoubtedAndPassivesDropped) {
    const KazakhLexicon lexicon = kazakh_lexicon_of(small_list);
    const KazakhSuffixes suffixes = kazakh_suffixes();
    KazakhCutter cutter(suffixes);
    EXPECT_EQ(noun_weight(lexicon, lexicon.of(U"бұтақ").number, suffixes, cutter), 1);
    EXPECT_LT(noun_weight(lexicon, lexicon.of(U"бұтақтар").number, suffixes, cutter), 0.1);
    EXPECT_EQ(lexicon.of(U"көктел").kinds & entry_verb, 0) << "the passive of көкте";
}

TEST(KazakhLexicon, ACompoundIsAsKnownAsItsLastPart) {
    const KazakhLexicon lexicon = kazakh_lexicon_of(small_list);
    EXPECT_NE(lexicon.of_part(U"алма-бұтақ").kinds & entry_noun, 0);
    EXPECT_EQ(lexicon.of_part(U"-").kinds, 0);
    EXPECT_EQ(lexicon.of_part(U"бұтақ-").kinds, 0);
}

TEST(KazakhLexicon, AMissingWordListNamesItsPackage) {
    try {
        (void)read_kazakh_lexicon("/nowhere/kk_KZ.dic");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(),
                     "/nowhere/kk_KZ.dic: the Kazakh word list is missing; install the package hunspell-kk, or say "
                     "where it is");
    }
}

TEST(KazakhLexicon, TakesAnyBytes) {
    const KazakhLexicon lexicon = kazakh_lexicon_of("\xFF\xFE/M\n/\n/M\nу/M\nю/M\n\r\n");
    EXPECT_FALSE(lexicon.kinds.empty());
}

}  // namespace
}  // namespace tarazy::kazakh_lexicon_test
