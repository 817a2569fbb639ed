#include "text/lemmas/kazakh_derivation.hpp"

#include <gtest/gtest.h>

namespace tarazy::kazakh_derivation_test {
namespace {

KazakhLexicon few_stems() {
    return kazakh_lexicon_of("7\nәлди/A\nниет/A\nкөз/A\nтурист/A\nмедаль/A\nқызғану/M\nой/A\n");
}

TEST(KazakhDerivation, VerbsAreMadeOfNounsAndOfVerbs) {
    const KazakhLexicon lexicon = few_stems();
    EXPECT_TRUE(derived_verb(U"әлдиле", lexicon));
    EXPECT_TRUE(derived_verb(U"ниеттен", lexicon));
    EXPECT_TRUE(derived_verb(U"ниеттендір", lexicon));
    EXPECT_TRUE(derived_verb(U"көздет", lexicon));
    EXPECT_TRUE(derived_verb(U"қызғандыр", lexicon));
    EXPECT_FALSE(derived_verb(U"ниетле", lexicon)) << "л after т";
    EXPECT_FALSE(derived_verb(U"бірдеңеле", lexicon)) << "of nothing that is known";
    for (const std::u32string_view stem : {U"", U"ла", U"т", U"дыр", U"лан"}) EXPECT_FALSE(derived_verb(stem, lexicon));
}

TEST(KazakhDerivation, LoansLoseALetterBeforeSuffixes) {
    const KazakhLexicon lexicon = few_stems();
    EXPECT_EQ(lost_letter(U"турис", U'т', lexicon), U'т');
    EXPECT_EQ(lost_letter(U"турис", U'і', lexicon), U'т');
    EXPECT_EQ(lost_letter(U"турис", U'к', lexicon), 0U);
    EXPECT_EQ(lost_letter(U"медал", U'і', lexicon), U'ь');
    EXPECT_EQ(lost_letter(U"ой", U'ы', lexicon), 0U);
}

TEST(KazakhDerivation, PatronymicsAndEndsOfWords) {
    EXPECT_TRUE(patronymic(U"асылханұл"));
    EXPECT_TRUE(patronymic(U"көленқыз"));
    EXPECT_FALSE(patronymic(U"ұл"));
    EXPECT_FALSE(patronymic(U"қыз"));
    EXPECT_TRUE(ends_like_no_word(U"жатқызад"));
    EXPECT_FALSE(ends_like_no_word(U"кітап"));
    EXPECT_FALSE(ends_like_no_word(U""));
}

}  // namespace
}  // namespace tarazy::kazakh_derivation_test
