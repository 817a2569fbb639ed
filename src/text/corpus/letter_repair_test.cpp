#include "text/corpus/letter_repair.hpp"

#include <gtest/gtest.h>

namespace tarazy::letter_repair_test {
namespace {

TEST(LetterRepair, LatinLettersInCyrillicWords) {
    EXPECT_TRUE(has_doubtful_letters("Қaзақстан"));
    EXPECT_EQ(repaired_spellings("Қaзақстан"), std::vector<std::string>{"Қазақстан"});
    EXPECT_TRUE(has_doubtful_letters("кeлiсiм"));
    EXPECT_EQ(repaired_spellings("кeлiсiм").front(), "келісім");
}

TEST(LetterRepair, OtherWordsAreLeftAlone) {
    for (const char* const word : {"Қазақстан", "Kazakhstan", "Qазақ", "COVID", "MИ", "café"})
        EXPECT_FALSE(has_doubtful_letters(word) && repaired_spellings(word).front() == word) << word;
    EXPECT_FALSE(has_doubtful_letters("Қазақстан"));
    EXPECT_FALSE(has_doubtful_letters("Kazakhstan"));
    EXPECT_FALSE(has_doubtful_letters("Qазақ")) << "no letter looks like Q";
}

TEST(LetterRepair, KazakhReadAsWindows1251) {
    EXPECT_EQ(repaired_spellings("ќазаќстан").front(), "қазақстан");
    const auto spellings = repaired_spellings("єлем");
    EXPECT_EQ(spellings, (std::vector<std::string>{"ғлем", "әлем"}));
}

TEST(LetterRepair, ManyDoubtfulLettersHaveAnEnd) {
    std::string word = "а";
    for (int i = 0; i < 30; ++i) word += "єа";
    EXPECT_LE(repaired_spellings(word).size(), 16u);
}

}  // namespace
}  // namespace tarazy::letter_repair_test
