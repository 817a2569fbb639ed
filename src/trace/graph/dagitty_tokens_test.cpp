#include "trace/graph/dagitty_tokens.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace dagitty_tokens_test {

std::string pieces(std::string_view text) {
    std::string all;
    for (DagittyTokens tokens(text, "g.txt"); tokens.now().kind != DagittyTokenKind::end; tokens.next())
        all += tokens.shown() + " ";
    return all;
}

TEST(DagittyTokens, NamesAndSignsNeedNoBlanks) {
    EXPECT_EQ(pieces("dag{x->y<-\"a b\"<->z;[p=-1.5,q]}"),
              "'dag' { 'x' '->' 'y' '<-' 'a b' '<->' 'z' a semicolon [ 'p' = '-1.5' a comma 'q' ] } ");
}

TEST(DagittyTokens, CommentsAreBlanks) {
    EXPECT_EQ(pieces("a/*b*/c//d\ne#f\n#g"), "'a' 'c' 'e' ");
    EXPECT_EQ(past_dagitty_blanks(" /* open", 0), 8u);
    EXPECT_EQ(past_dagitty_blanks(" // x\n y", 0), 7u);
}

TEST(DagittyTokens, ColumnsCountCharacters) {
    DagittyTokens tokens("әә b\n c", "g.txt");
    tokens.next();
    EXPECT_EQ(tokens.now().column, 4u);
    tokens.next();
    EXPECT_EQ(tokens.now().line, 2u);
    EXPECT_EQ(tokens.now().column, 2u);
}

}  // namespace dagitty_tokens_test
}  // namespace tarazy
