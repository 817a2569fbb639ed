#include "text/lemmas/kazakh_letters.hpp"

#include <gtest/gtest.h>

namespace tarazy::kazakh_letters_test {
namespace {

TEST(KazakhLetters, LowerCaseAndBackAgain) {
    EXPECT_EQ(utf8_of(lower_code_points("ҚАЗАҚСТАН Өңір 🙂 A")), "қазақстан өңір 🙂 a");
    EXPECT_TRUE(lower_code_points("").empty());
}

TEST(KazakhLetters, BytesThatAreNoTextBecomeOneMarkEach) {
    EXPECT_EQ(lower_code_points("\xFF\xC3"), U"\uFFFD\uFFFD");
    EXPECT_EQ(lower_code_points(std::string("а\0б", 5)).size(), 3U);
}

TEST(KazakhLetters, HarmonyIsThatOfTheLastVowelThatHasOne) {
    EXPECT_EQ(harmony_of(U"қала"), KazakhHarmony::back);
    EXPECT_EQ(harmony_of(U"мемлекет"), KazakhHarmony::front);
    EXPECT_EQ(harmony_of(U"кітап"), KazakhHarmony::back);
    EXPECT_EQ(harmony_of(U"оқу"), KazakhHarmony::back);
    EXPECT_EQ(harmony_of(U"су"), KazakhHarmony::either);
    EXPECT_EQ(harmony_of(U"апрель"), KazakhHarmony::either);
    EXPECT_EQ(harmony_of(U""), KazakhHarmony::either);
}

TEST(KazakhLetters, SoundsDecideWhatFollows) {
    EXPECT_EQ(final_sound(U"бала"), sound_vowel);
    EXPECT_EQ(final_sound(U"тау"), sound_glide);
    EXPECT_EQ(final_sound(U"клуб"), sound_voiceless);
    EXPECT_EQ(final_sound(U"рубль"), sound_lateral);
    EXPECT_EQ(final_sound(U"abc"), sound_any);
    EXPECT_TRUE(has_kazakh_vowel(U"су"));
    EXPECT_FALSE(has_kazakh_vowel(U"брдм"));
}

}  // namespace
}  // namespace tarazy::kazakh_letters_test
