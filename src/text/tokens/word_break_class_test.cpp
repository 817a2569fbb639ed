#include "text/tokens/word_break_class.hpp"

#include <gtest/gtest.h>

namespace tarazy::word_break_class_test {
namespace {

TEST(WordBreakClass, OfEachKind) {
    EXPECT_EQ(word_break_class(U'a'), WordBreak::letter);
    EXPECT_EQ(word_break_class(U'қ'), WordBreak::letter);
    EXPECT_EQ(word_break_class(U'7'), WordBreak::number);
    EXPECT_EQ(word_break_class(U'_'), WordBreak::connector);
    EXPECT_EQ(word_break_class(U'.'), WordBreak::mid_both);
    EXPECT_EQ(word_break_class(U'’'), WordBreak::mid_both);
    EXPECT_EQ(word_break_class(U','), WordBreak::mid_number);
    EXPECT_EQ(word_break_class(U'\''), WordBreak::apostrophe);
    EXPECT_EQ(word_break_class(U' '), WordBreak::blank);
    EXPECT_EQ(word_break_class(U'\u00A0'), WordBreak::blank);
    EXPECT_EQ(word_break_class(U'\u0301'), WordBreak::extend);
    EXPECT_EQ(word_break_class(U'核'), WordBreak::dictionary);
    EXPECT_EQ(word_break_class(U'ไ'), WordBreak::dictionary);
    EXPECT_EQ(word_break_class(U'א'), WordBreak::hebrew_letter);
}

TEST(WordBreakClass, AColonEndsAWordAsInICU) {
    EXPECT_EQ(word_break_class(U':'), WordBreak::other);
}

}  // namespace
}  // namespace tarazy::word_break_class_test
