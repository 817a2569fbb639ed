#include "text/tokens/ngrams.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy::ngrams_test {
namespace {

Tokens cut(const std::string& text, std::vector<std::size_t> sizes, std::vector<std::size_t> skips = {0}) {
    Corpus corpus;
    corpus.ids = {"a"};
    corpus.texts = {text};
    TokenOptions options;
    options.ngrams = std::move(sizes);
    options.skips = std::move(skips);
    return tokenise(corpus, options);
}

TEST(Ngrams, NeighboursAreJoined) {
    const Tokens tokens = cut("we chose peace", {1, 2});
    EXPECT_EQ(tokens.types, (std::vector<std::string>{"we", "chose", "peace", "we_chose", "chose_peace"}));
    EXPECT_EQ(tokens.start.back(), 3U);
    EXPECT_EQ(tokens.length.back(), 11U);
}

TEST(Ngrams, PartsMayBeLeftOut) {
    EXPECT_EQ(cut("a b c", {2}, {0, 1}).types, (std::vector<std::string>{"a_b", "a_c", "b_c"}));
    EXPECT_TRUE(cut("a b", {3}).types.empty());
}

TEST(Ngrams, SizesWithoutSenseAreRefused) {
    EXPECT_THROW((void)cut("a", {0}), UsageError);
    EXPECT_THROW((void)cut("a", {}), UsageError);
    EXPECT_THROW((void)cut("a", {2}, {}), UsageError);
}

}  // namespace
}  // namespace tarazy::ngrams_test
