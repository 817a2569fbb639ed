#include "text/corpus/spelling_lexicon.hpp"

#include <gtest/gtest.h>

namespace tarazy::spelling_lexicon_test {
namespace {

TEST(SpellingLexicon, KnowsInflectedWords) {
    std::vector<std::string> missing;
    const SpellingLexicon lexicon({"kk", "ru"}, usual_spelling_folders(), missing);
    if (!missing.empty()) GTEST_SKIP() << "no hunspell lists";
    EXPECT_TRUE(lexicon.knows("қауіпсіздік"));
    EXPECT_TRUE(lexicon.knows("международных"));
    EXPECT_FALSE(lexicon.knows("пшбрм"));
    EXPECT_FALSE(lexicon.knows("военно-политический")) << "a hyphen says nothing";
    EXPECT_FALSE(lexicon.knows(""));
}

TEST(SpellingLexicon, WhatIsMissingIsNamed) {
    std::vector<std::string> missing;
    const SpellingLexicon lexicon({"kk"}, {"/nowhere"}, missing);
    EXPECT_EQ(missing, std::vector<std::string>{"kk"});
    EXPECT_TRUE(lexicon.empty());
    EXPECT_FALSE(lexicon.knows("қауіпсіздік"));
}

}  // namespace
}  // namespace tarazy::spelling_lexicon_test
