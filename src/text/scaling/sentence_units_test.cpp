#include "text/scaling/sentence_units.hpp"

#include <gtest/gtest.h>

namespace tarazy::sentence_units_test {
namespace {

TEST(SentenceUnits, EndAtPointsAndAtTheEndOfTheDocument) {
    Tokens tokens;
    tokens.documents = {"a", "empty", "b"};
    tokens.types = {"peace", ".", "now", "\u3002"};
    tokens.type = {0, 1, 2, 0, 3, 0, 1};
    tokens.start = {0, 1, 2, 3, 4, 5, 6};
    tokens.length = {1, 1, 1, 1, 1, 1, 1};
    tokens.first = {0, 4, 4, 7};
    const Tokens sentences = sentence_units(tokens);
    EXPECT_EQ(sentences.documents, (std::vector<std::string>{"a#1", "a#2", "b#1", "b#2"}));
    EXPECT_EQ(sentences.first, (std::vector<std::size_t>{0, 2, 4, 5, 7}));
    EXPECT_EQ(sentences.type, tokens.type);
}

}  // namespace
}  // namespace tarazy::sentence_units_test
