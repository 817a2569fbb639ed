#include "text/codes/document_sentences.hpp"

#include <gtest/gtest.h>

namespace tarazy::document_sentences_test {
namespace {

TEST(DocumentSentences, AreCutByTheRulesOfTheMainLanguage) {
    EXPECT_EQ(document_sentences("Біздің елдің күні. Peace.", "auto").size(), 2U);
    EXPECT_EQ(document_sentences("Mr. President spoke of peace.", "en").size(), 1U);
    EXPECT_TRUE(document_sentences("", "auto").empty());
}

TEST(DocumentSentences, EachHasItsOwnLanguageOrTheOneThatIsGiven) {
    const std::string text = "Peace be with all of you here. Біздің елдің бейбіт күні әлі алда.";
    const std::vector<TextSpan> sentences = document_sentences(text, "auto");
    EXPECT_EQ(sentence_languages(text, sentences, "auto"), (std::vector<std::string>{"en", "kk"}));
    EXPECT_EQ(sentence_languages(text, sentences, "ru"), (std::vector<std::string>{"ru", "ru"}));
}

}  // namespace
}  // namespace tarazy::document_sentences_test
