#include "text/tokens/word_boundary.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <string>

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

/// Letter by letter, as the words of the header say.
std::size_t slow_sure_word_end(std::string_view text, std::size_t at) {
    const auto blank = [&](std::size_t place) {
        return place >= text.size() || text[place] == ' ' || text[place] == '\n';
    };
    std::size_t end = at;
    for (; end < text.size(); ++end) {
        const char c = text[end];
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        if (!plain) break;
    }
    if (blank(end)) return end;
    return std::string_view(",.;!?").find(text[end]) != std::string_view::npos && blank(end + 1) ? end : at;
}

TEST(WordBoundary, EightBytesAtATimeAreAsOneByOne) {
    for (std::size_t length = 0; length <= 20; ++length) {
        for (std::size_t place = 0; place <= length; ++place) {
            for (int byte = 1; byte < 128; ++byte) {
                std::string text = std::string(place, 'z') + static_cast<char>(byte) + std::string(length - place, 'A');
                ASSERT_EQ(sure_word_end(text, 0), slow_sure_word_end(text, 0)) << text;
                text += " 9";
                ASSERT_EQ(sure_word_end(text, 0), slow_sure_word_end(text, 0)) << text;
            }
        }
    }
    Random random(3, "bytes of words", 0);
    constexpr std::string_view bytes = "azAZ09_@[`{/: ,.";
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (std::uint64_t k = random.below(30); k > 0; --k) text += bytes[random.below(bytes.size())];
        for (std::size_t at = 0; at < text.size(); ++at)
            ASSERT_EQ(sure_word_end(text, at), slow_sure_word_end(text, at)) << text;
    }
}

TEST(WordBoundary, LettersBeyondAsciiAmongEightBytesEndNoWord) {
    const std::string_view text = "abcdefgә1234567яz9 ";
    EXPECT_EQ(word_boundary(text, 0), text.size() - 1);
    EXPECT_EQ(sure_word_end(text, 0), text.size() - 1);
}

}  // namespace
}  // namespace tarazy::word_boundary_test
