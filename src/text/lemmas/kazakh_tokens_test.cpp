#include "text/lemmas/kazakh_tokens.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy::kazakh_tokens_test {
namespace {

TEST(KazakhTokens, LanguagesAreGivenForAllOrForEachToken) {
    const std::vector<LemmaLanguage> one = {LemmaLanguage::kazakh},
                                     each = {LemmaLanguage::kazakh, LemmaLanguage::russian, LemmaLanguage::english};
    EXPECT_EQ((TokenLanguages{one}.of(2)), LemmaLanguage::kazakh);
    EXPECT_EQ((TokenLanguages{each}.of(2)), LemmaLanguage::english);
}

TEST(KazakhTokens, StemsAreCountedInATable) {
    if (!std::filesystem::exists("/usr/share/hunspell/kk_KZ.dic")) GTEST_SKIP() << "hunspell-kk is not installed";
    Tokens tokens;
    tokens.documents = {"d"};
    tokens.types = {"қалалар", "қалаға", "."};
    tokens.type = {0, 1, 2};
    tokens.start = {0, 0, 0};
    tokens.length = {0, 0, 0};
    tokens.first = {0, 3};
    LemmaSources sources;
    sources.shipped_counts = false;
    const LemmaLanguage kazakh = LemmaLanguage::kazakh;
    const Table table = kazakh_stem_table(tokens, {&kazakh, 1}, sources, 1, 1);
    EXPECT_EQ(table.names, (std::vector<std::string>{"stem", "noun", "verb", "bare"}));
    EXPECT_EQ(table.rows(), 1U);
}

}  // namespace
}  // namespace tarazy::kazakh_tokens_test
