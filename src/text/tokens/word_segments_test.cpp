#include "text/tokens/word_segments.hpp"

#include <gtest/gtest.h>

namespace tarazy::word_segments_test {
namespace {

std::vector<std::string> words_of(std::string_view text, TokenRules rules = TokenRules::unicode) {
    std::vector<TokenSpan> spans;
    WordSegmenter(rules).add_segments(text, spans);
    std::vector<std::string> words;
    for (const TokenSpan& span : spans) words.emplace_back(text.substr(span.start, span.length));
    return words;
}

TEST(WordSegments, WordsNumbersAndMarks) {
    EXPECT_EQ(words_of("It didn't cost 3.5%.\n"), (std::vector<std::string>{"It", "didn't", "cost", "3.5", "%", "."}));
    EXPECT_TRUE(words_of("").empty());
    EXPECT_TRUE(words_of(" \n\t ").empty());
}

}  // namespace
}  // namespace tarazy::word_segments_test
