#include "text/lemmas/lemmatised_tokens.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace tarazy::lemmatised_tokens_test {
namespace {

const bool no_dictionaries = !std::filesystem::exists("/usr/share/hunspell/kk_KZ.dic") ||
                             !std::filesystem::exists("/usr/share/hunspell/ru_RU.dic") ||
                             !std::filesystem::exists("/usr/share/hunspell/en_US.dic");

Corpus three_languages() {
    Corpus corpus;
    corpus.ids = {"kk", "ru", "en"};
    corpus.texts = {"Келісімге қол қойылды. Бұл келісімнің маңызы зор.", "Государства подписали договор. Договору год.",
                    "Weapons of the States."};
    return corpus;
}

LemmatisedTokens lemmatised(const TokenOptions& options, const Work& work = {}) {
    const Corpus corpus = three_languages();
    Tokens tokens = tokenise(corpus, {});
    LanguagesOfTokens languages = languages_of_documents(tokens, std::vector<std::string>{"kk", "ru", "en"});
    return lemmatised_tokens(std::move(tokens), std::move(languages), {}, options, work);
}

std::vector<std::string> lemmas_of_document(const LemmatisedTokens& found, std::size_t document) {
    std::vector<std::string> words;
    for (std::size_t at = found.tokens.first[document]; at < found.tokens.first[document + 1]; ++at)
        words.push_back(found.lemmas.lemmas[found.lemmas.lemma[at]]);
    return words;
}
using LemmaWords = std::vector<std::string>;

TEST(LemmatisedTokens, LemmasStandBesideTheTokensAsWritten) {
    if (no_dictionaries) GTEST_SKIP() << "hunspell dictionaries are not installed";
    const LemmatisedTokens found = lemmatised({});
    EXPECT_EQ(found.tokens.types[found.tokens.type[0]], "Келісімге");
    EXPECT_EQ(found.lemmas.lemmas[found.lemmas.lemma[0]], "келісім");
    EXPECT_EQ(lemmas_of_document(found, 1),
              (LemmaWords{"государство", "подписать", "договор", ".", "договор", "год", "."}));
    EXPECT_EQ(lemmas_of_document(found, 2), (LemmaWords{"weapon", "of", "the", "state", "."}));
    EXPECT_EQ(found.tokens.size(), found.lemmas.lemma.size());
    EXPECT_EQ(found.tokens.size(), found.languages.of_token.size());
    EXPECT_EQ(found.words, found.tokens.size() - 5) << "marks are no words";
    EXPECT_EQ(found.guessed, 0U);
}

TEST(LemmatisedTokens, OptionsDropByTheWordOrByItsLemma) {
    if (no_dictionaries) GTEST_SKIP() << "hunspell dictionaries are not installed";
    TokenOptions options;
    options.remove_punctuation = true;
    options.stop_words = {"договор", "Weapons"};
    options.lower = true;
    const LemmatisedTokens found = lemmatised(options);
    EXPECT_EQ(lemmas_of_document(found, 1), (LemmaWords{"государство", "подписать", "год"}))
        << "договору, by its lemma";
    EXPECT_EQ(lemmas_of_document(found, 2), (LemmaWords{"of", "the", "state"})) << "weapons, as written";
    EXPECT_EQ(found.tokens.types[found.tokens.type[0]], "келісімге");
    for (const std::string& type : found.tokens.types) EXPECT_NE(type, "договору");
    for (const std::string& lemma : found.lemmas.lemmas) EXPECT_NE(lemma, "weapon");
}

TEST(LemmatisedTokens, WhatIsCountedAreLemmasAndTheirNgrams) {
    if (no_dictionaries) GTEST_SKIP() << "hunspell dictionaries are not installed";
    TokenOptions options;
    options.remove_punctuation = true;
    const Tokens one = counted_lemmas(lemmatised(options), options);
    EXPECT_EQ(std::ranges::count(one.types, "келісім"), 1);
    EXPECT_EQ(std::ranges::count(one.type, one.type[0]), 2) << "two forms, one lemma";
    options.ngrams = {2};
    const Tokens pairs = counted_lemmas(lemmatised(options), options);
    EXPECT_EQ(std::ranges::count(pairs.types, "подписать_договор"), 1);
}

TEST(LemmatisedTokens, LanguagesWithoutLemmasAreInLowerCase) {
    Corpus corpus;
    corpus.ids = {"zh", "fr"};
    corpus.texts = {"哈萨克斯坦放弃了", "La Paix"};
    Tokens tokens = tokenise(corpus, {});
    LanguagesOfTokens languages = languages_of_documents(tokens, std::vector<std::string>{"zh", "fr"});
    const LemmatisedTokens found = lemmatised_tokens(std::move(tokens), std::move(languages), {}, {});
    EXPECT_EQ(lemmas_of_document(found, 0)[0], "哈萨克斯坦");
    EXPECT_EQ(lemmas_of_document(found, 1), (LemmaWords{"la", "paix"}));
    EXPECT_EQ(found.words, 0U);
}

TEST(LemmatisedTokens, CanBeStopped) {
    if (no_dictionaries) GTEST_SKIP() << "hunspell dictionaries are not installed";
    std::stop_source asked;
    asked.request_stop();
    EXPECT_THROW((void)lemmatised({}, Work(asked.get_token())), Interrupted);
}

}  // namespace
}  // namespace tarazy::lemmatised_tokens_test
