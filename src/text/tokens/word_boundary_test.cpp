#include "text/tokens/word_boundary.hpp"

#include <gtest/gtest.h>

namespace tarazy::word_boundary_test {
namespace {

TEST(WordBoundary, EndsWordsNumbersAndMarks) {
    EXPECT_EQ(word_boundary("peace now", 0), 5U);
    EXPECT_EQ(word_boundary("3.14 a", 0), 4U);
    EXPECT_EQ(word_boundary("don't", 0), 5U);
    EXPECT_EQ(word_boundary("бейбіт ел", 0), std::string_view("бейбіт").size());
}

TEST(WordBoundary, OfBytesThatAreNoTextThereIsOneToo) {
    for (const std::string_view text : {"\xff", "\xe2\x82", "\x80\x80 z"}) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = word_boundary(text, at);
            ASSERT_GT(end, at);
            ASSERT_LE(end, text.size());
            at = end;
        }
    }
}

TEST(WordBoundary, ASureEndIsWhereTheBoundaryIs) {
    for (const std::string_view text : {"peace now", "Қазақстан бар", "one, two", "u.s. now", "x"}) {
        const std::size_t sure = sure_word_end(text, 0);
        if (sure > 0) {
            EXPECT_EQ(sure, word_boundary(text, 0)) << text;
        }
    }
}

}  // namespace
}  // namespace tarazy::word_boundary_test
