#include "base/text_cut.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_cut_test {

TEST(TextCut, CharactersAreTakenWhole) {
    EXPECT_EQ(character_at_byte("a–b", 1), "–");
    EXPECT_EQ(character_at_byte("қ", 0), "қ");
    EXPECT_EQ(character_at_byte("😀!", 0), "😀");
    EXPECT_EQ(character_at_byte("ab", 1), "b");
    EXPECT_EQ(character_at_byte("ab", 2), "");
}

TEST(TextCut, BytesThatAreNoCharacterStandAlone) {
    EXPECT_EQ(character_at_byte("\xFFx", 0), "\xFF");
    EXPECT_EQ(character_at_byte("\xE2\x80", 0), "\xE2");
    EXPECT_EQ(character_at_byte("\x80", 0), "\x80");
}

TEST(TextCut, WhatOnlyLooksLikeACharacterIsAByte) {
    const std::string_view none[] = {"\xC1\x81",         "\xE0\x9F\xBF",     "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                                     "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE4\xB8"};
    for (const std::string_view text : none) EXPECT_EQ(first_character_length(text), 1u) << text;
    const std::string_view at_the_rim[] = {"\xC2\x80",     "\xE0\xA0\x80",     "\xED\x9F\xBF",
                                           "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"};
    for (const std::string_view text : at_the_rim) EXPECT_EQ(first_character_length(text), text.size()) << text;
}

TEST(TextCut, LongTextsAreCutBetweenCharactersAtEveryLength) {
    std::string text;
    for (int i = 0; i < 10; ++i) text += "aқ中😀";
    for (std::size_t longest = 3; longest <= text.size(); ++longest) {
        const std::string cut = shortened(text, longest);
        EXPECT_LE(cut.size(), longest);
        if (longest == text.size()) {
            EXPECT_EQ(cut, text);
            continue;
        }
        ASSERT_TRUE(cut.ends_with("..."));
        const std::string kept = cut.substr(0, cut.size() - 3);
        EXPECT_TRUE(text.starts_with(kept));
        std::size_t at = 0;
        while (at < kept.size()) at += first_character_length(std::string_view(text).substr(at));
        EXPECT_EQ(at, kept.size()) << longest;
    }
}

}  // namespace text_cut_test
}  // namespace tarazy
