#include "text/lemmas/lemmatise.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy::lemmatise_test {
namespace {

Tokens tokens_of(const std::vector<std::vector<std::string>>& documents) {
    Tokens tokens;
    for (const auto& document : documents) {
        tokens.documents.push_back("d" + std::to_string(tokens.documents.size()));
        for (const std::string& word : document) {
            tokens.type.push_back(static_cast<std::uint32_t>(tokens.types.size()));
            tokens.types.push_back(word);
            tokens.start.push_back(0);
            tokens.length.push_back(static_cast<std::uint32_t>(word.size()));
        }
        tokens.first.push_back(tokens.type.size());
    }
    return tokens;
}

TEST(Lemmatise, EachTokenInItsLanguage) {
    for (const char* file : {"kk_KZ", "ru_RU", "en_US"})
        if (!std::filesystem::exists("/usr/share/hunspell/" + std::string(file) + ".dic"))
            GTEST_SKIP() << file << " is not installed";
    const Tokens tokens = tokens_of({{"балаларға"}, {"государства"}, {"Weapons"}, {"哈萨克斯坦"}, {"Ça"}, {}});
    const std::vector<LemmaLanguage> languages = {LemmaLanguage::kazakh, LemmaLanguage::russian, LemmaLanguage::english,
                                                  LemmaLanguage::chinese, LemmaLanguage::other};
    const Lemmas lemmas = lemmatise(tokens, languages, {}, 1);
    std::vector<std::string> found;
    for (std::size_t at = 0; at < tokens.size(); ++at) found.push_back(lemmas.of(at).lemma);
    EXPECT_EQ(found, (std::vector<std::string>{"бала", "государство", "weapon", "哈萨克斯坦", "ça"}));
    EXPECT_EQ(lemma_tokens(tokens, lemmas).types, found);
}

TEST(Lemmatise, AnyBytesHaveALemma) {
    if (!std::filesystem::exists("/usr/share/hunspell/kk_KZ.dic")) GTEST_SKIP() << "hunspell-kk is not installed";
    const Tokens tokens =
        tokens_of({{"", "\xFF\xFE", std::string("\0", 1), std::string(100'000, 'a'), "-", "ә", "қой"}});
    const LemmaLanguage kazakh = LemmaLanguage::kazakh;
    const Lemmas lemmas = lemmatise(tokens, {&kazakh, 1}, {}, 2);
    for (std::size_t at = 0; at < tokens.size(); ++at) EXPECT_LT(lemmas.of_token[at], lemmas.lemmas.size());
}

TEST(Lemmatise, NoTokensNeedNoDictionary) {
    const LemmaLanguage kazakh = LemmaLanguage::kazakh;
    LemmaSources nowhere;
    nowhere.kazakh = "/nowhere/kk_KZ";
    EXPECT_TRUE(lemmatise({}, {&kazakh, 1}, nowhere, 1).of_token.empty());
    EXPECT_THROW((void)lemmatise(tokens_of({{"сөз"}}), {&kazakh, 1}, nowhere, 1), InputError);
}

TEST(Lemmatise, EndsWhenAskedTo) {
    for (const char* file : {"kk_KZ", "ru_RU", "en_US"})
        if (!std::filesystem::exists("/usr/share/hunspell/" + std::string(file) + ".dic"))
            GTEST_SKIP() << file << " is not installed";
    std::vector<std::vector<std::string>> documents(3);
    for (int at = 0; at < 3'000; ++at) {
        const std::string number = std::to_string(at);  // makes them different types
        documents[0].push_back("қала" + number + "лардың");
        documents[1].push_back(number + "государства");
        documents[2].push_back("weapons" + number);
    }
    const Tokens tokens = tokens_of(documents);
    std::vector<LemmaLanguage> languages;  // of each token
    for (const LemmaLanguage language : {LemmaLanguage::kazakh, LemmaLanguage::russian, LemmaLanguage::english})
        languages.insert(languages.end(), 3'000, language);
    ASSERT_EQ(languages.size(), tokens.size());
    expect_stoppable([&](const Work& work) { (void)lemmatise(tokens, languages, {}, 2, work); });
    const LemmaLanguage kazakh = LemmaLanguage::kazakh;
    const Tokens first = tokens_of({documents[0]});
    expect_stoppable([&](const Work& work) { (void)lemmatise(first, {&kazakh, 1}, {}, 2, work); });
    expect_stoppable([&](const Work& work) { (void)kazakh_stem_table(first, {&kazakh, 1}, {}, 1, 2, work); });
}

TEST(Lemmatise, LanguagesHaveCodes) {
    for (const char* code : {"kk", "ru", "en", "zh"}) EXPECT_EQ(lemma_language_code(lemma_language(code)), code);
    EXPECT_EQ(lemma_language_code(lemma_language("ky")), "und");
}

}  // namespace
}  // namespace tarazy::lemmatise_test
