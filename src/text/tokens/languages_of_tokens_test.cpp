#include "text/tokens/languages_of_tokens.hpp"

#include "base/work_test.hpp"
#include "text/tokens/tokenise.hpp"

#include <gtest/gtest.h>

namespace tarazy::languages_of_tokens_test {
namespace {

/// An article with abstracts in other languages, a heading that could be Russian, an empty text, one of Kyrgyz.
Corpus article() {
    Corpus corpus;
    corpus.ids = {"article", "heading", "empty", "ky"};
    corpus.texts = {
        "Қазақстан ядролық қарудан өз еркімен бас тартты. Казахстан добровольно отказался от ядерного оружия. "
        "Kazakhstan gave up its nuclear weapons of its own will.",
        "Шарт.", "", "Кыргызстан да ядролук куралдан баш тартты, бул өлкө үчүн маанилүү болду."};
    return corpus;
}

std::vector<std::string> names(const Tokens& tokens, const LanguagesOfTokens& languages, std::size_t document) {
    std::vector<std::string> result;
    for (std::size_t at = tokens.first[document]; at < tokens.first[document + 1]; ++at)
        if (result.empty() || result.back() != languages.of(at)) result.push_back(languages.of(at));
    return result;
}

TEST(LanguagesOfTokens, ATokenHasTheLanguageOfItsSegment) {
    const Corpus corpus = article();
    const Tokens tokens = tokenise(corpus, {});
    const auto segments = corpus_segments(corpus, 2);
    const LanguagesOfTokens found = languages_of_segments(tokens, segments, {});
    ASSERT_EQ(found.of_token.size(), tokens.size());
    EXPECT_EQ(names(tokens, found, 0), (std::vector<std::string>{"kk", "ru", "en"}));
    EXPECT_EQ(names(tokens, found, 1).size(), 1U);
    const std::vector<std::size_t> sizes = found.sizes();
    EXPECT_EQ(sizes[found.place("en")], 11U);
    EXPECT_EQ(found.place("fr"), found.names.size());
}

TEST(LanguagesOfTokens, WhatIsStatedHoldsWhereTheSegmentSaysLittle) {
    const Corpus corpus = article();
    const Tokens tokens = tokenise(corpus, {});
    const auto segments = corpus_segments(corpus, 1);
    const std::vector<std::string> stated = {"kk", "kk", "", "ky"};
    const LanguagesOfTokens found = languages_of_segments(tokens, segments, stated);
    EXPECT_EQ(names(tokens, found, 0), (std::vector<std::string>{"kk", "ru", "en"}));
    EXPECT_EQ(names(tokens, found, 1), std::vector<std::string>{"kk"});
    EXPECT_EQ(names(tokens, found, 2), std::vector<std::string>{});
    EXPECT_EQ(names(tokens, found, 3), std::vector<std::string>{"ky"});
}

TEST(LanguagesOfTokens, OfDocumentsAndOfAll) {
    const Corpus corpus = article();
    const Tokens tokens = tokenise(corpus, {});
    const std::vector<std::string> stated = {"kk", "ru", "kk", "ru"};
    const LanguagesOfTokens documents = languages_of_documents(tokens, stated);
    EXPECT_EQ(documents.names, (std::vector<std::string>{"kk", "ru"}));
    EXPECT_EQ(names(tokens, documents, 3), std::vector<std::string>{"ru"});
    EXPECT_EQ(one_language(tokens, "en").sizes(), std::vector<std::size_t>{tokens.size()});
    EXPECT_FALSE(LanguagesOfTokens().known());
    EXPECT_TRUE(one_language({}, "en").known()) << "known also where there is no token";
}

TEST(LanguagesOfTokens, NamesOfTheFourAreUnderstood) {
    for (const char* name : {"kk", "KK", "kaz", "kk-KZ", "kk_Cyrl"}) EXPECT_EQ(language_name(name), "kk");
    EXPECT_EQ(language_name("zh-Hans"), "zh");
    EXPECT_EQ(language_name("ky"), "ky");
    EXPECT_EQ(language_name("Қазақша"), "Қазақша");
    EXPECT_EQ(language_name(""), "");
}

TEST(LanguagesOfTokens, CanBeStopped) {
    const Corpus corpus = article();
    expect_stoppable([&](const Work& work) { (void)corpus_segments(corpus, 1, work); });
}

}  // namespace
}  // namespace tarazy::languages_of_tokens_test
