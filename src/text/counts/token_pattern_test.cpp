#include "text/counts/token_pattern.hpp"

#include "base/error.hpp"
#include "text/tokens/tokenise.hpp"

#include <gtest/gtest.h>

namespace tarazy::token_pattern_test {
namespace {

Tokens tokens_of(const std::string& text) {
    Corpus corpus;
    corpus.ids = {"a"};
    corpus.texts = {text};
    return tokenise(corpus, {});
}

std::vector<TokenRun> runs_of(const Tokens& tokens, const std::string& pattern, const TokenLemmas* lemmas = nullptr) {
    PhraseFinder finder(tokens, lemmas, false);
    (void)finder.add(phrase_of(pattern));
    std::vector<TokenRun> runs;
    finder.find(0, tokens.size(), [&](std::size_t, TokenRun run) { runs.push_back(run); });
    return runs;
}

TEST(TokenPattern, WordsOfAPhrase) {
    const Phrase phrase = phrase_of("  security /^assur/ lemma:give  A/RES/70/57");
    ASSERT_EQ(phrase.size(), 4U);
    EXPECT_EQ(phrase[1].pattern, (WordPattern{WordPattern::Form::regex, "^assur"}));
    EXPECT_TRUE(phrase[2].lemma);
    EXPECT_EQ(phrase[3].pattern, (WordPattern{WordPattern::Form::glob, "A/RES/70/57"}));
    EXPECT_TRUE(phrase_of("  ").empty());
}

TEST(TokenPattern, PhrasesAreRunsOfTokens) {
    const Tokens tokens = tokens_of("Security assurances, security of assurances; Security Assurance");
    EXPECT_EQ(runs_of(tokens, "security assurance*"), (std::vector<TokenRun>{{0, 2}, {7, 9}}));
}

TEST(TokenPattern, WhatTheTokeniserCutsIsFoundAllTheSame) {
    const Tokens chinese = tokens_of("核大国没有忘记安全保证。安全，保证");
    EXPECT_EQ(runs_of(chinese, "安全保证").size(), 1U);
    const Tokens english = tokens_of("the U.S. spoke; U.S . Then");
    EXPECT_EQ(runs_of(english, "u.s.").size(), 1U);
}

TEST(TokenPattern, LemmasWhereThereAreSome) {
    const Tokens tokens = tokens_of("gave gives");
    const TokenLemmas lemmas{{"give"}, {0, 0}};
    EXPECT_EQ(runs_of(tokens, "lemma:give", &lemmas).size(), 2U);
    EXPECT_THROW((void)runs_of(tokens, "lemma:give"), InputError);
}

}  // namespace
}  // namespace tarazy::token_pattern_test
