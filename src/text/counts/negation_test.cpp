#include "text/counts/negation.hpp"

#include "text/tokens/tokenise.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy::negation_test {
namespace {

/// Is the word negated in the sentence?
bool negated(const std::string& sentence, const std::string& word, std::size_t window = 3) {
    Corpus corpus;
    corpus.ids = {"a"};
    corpus.texts = {sentence};
    const Tokens tokens = tokenise(corpus, {});
    const NegationFinder finder(tokens, usual_negators());
    const auto type = std::ranges::find(tokens.types, word) - tokens.types.begin();
    const auto at = static_cast<std::size_t>(std::ranges::find(tokens.type, type) - tokens.type.begin());
    return finder.is_negated({at, at + 1}, 0, tokens.size(), window);
}

TEST(Negation, InEnglishBeforeTheWordAndInItsSentenceOnly) {
    EXPECT_TRUE(negated("We do not threaten Russia.", "Russia"));
    EXPECT_TRUE(negated("They didn't threaten Russia.", "Russia"));
    EXPECT_FALSE(negated("We said no. Russia agreed.", "Russia"));
    EXPECT_FALSE(negated("Not one of all these states is Russia.", "Russia"));
    EXPECT_FALSE(negated("We do not threaten Russia.", "Russia", 0));
}

TEST(Negation, InRussianAndChinese) {
    EXPECT_TRUE(negated("Мы не угрожаем России.", "России"));
    EXPECT_TRUE(negated("мир без оружия", "оружия"));
    EXPECT_TRUE(negated("我们没有忘记安全", "安全"));
}

TEST(Negation, InKazakhBehindTheWordAndByEndings) {
    EXPECT_TRUE(negated("Бұл қауіп емес.", "қауіп"));
    EXPECT_TRUE(negated("Келісім әлі жоқ.", "Келісім"));
    EXPECT_TRUE(negated("Біз қаруды қолдамаймыз.", "қаруды"));
    EXPECT_TRUE(negated("қарусыз әлем", "қарусыз"));
    EXPECT_FALSE(negated("Біз қаруды қолдадық.", "қаруды"));
    EXPECT_FALSE(negated("емес бұл қауіп", "қауіп"));
}

}  // namespace
}  // namespace tarazy::negation_test
