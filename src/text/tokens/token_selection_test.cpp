#include "text/tokens/token_selection.hpp"

#include <gtest/gtest.h>

namespace tarazy::token_selection_test {
namespace {

TEST(TokenSelection, KindsByCharacters) {
    EXPECT_EQ(token_kind("peace"), TokenKind::word);
    EXPECT_EQ(token_kind("1990s"), TokenKind::word);
    EXPECT_EQ(token_kind("1,000.5"), TokenKind::number);
    EXPECT_EQ(token_kind("«"), TokenKind::punctuation);
    EXPECT_EQ(token_kind("+"), TokenKind::symbol);
}

TEST(TokenSelection, LowerCaseOfAnyScript) {
    EXPECT_EQ(lower_case("NATO"), "nato");
    EXPECT_EQ(lower_case("ҚАЗАҚСТАН"), "қазақстан");
}

TEST(TokenSelection, TypesThatBecomeTheSameAreOne) {
    Tokens tokens;
    tokens.documents = {"a", "b"};
    tokens.types = {"Peace", ",", "peace"};
    tokens.type = {0, 1, 2, 1};
    tokens.start = {0, 5, 7, 0};
    tokens.length = {5, 1, 5, 1};
    tokens.first = {0, 3, 4};
    select_tokens(tokens, {.remove_punctuation = true, .lower = true});
    EXPECT_EQ(tokens.types, std::vector<std::string>{"peace"});
    EXPECT_EQ(tokens.start, (std::vector<std::uint32_t>{0, 7}));
    EXPECT_EQ(tokens.first, (std::vector<std::size_t>{0, 2, 2}));
}

}  // namespace
}  // namespace tarazy::token_selection_test
