#include "text/lemmas/hunspell_lemmas.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy::hunspell_lemmas_test {
namespace {

const std::string folder = "/usr/share/hunspell/";

std::vector<std::string> lemmas_of(const std::vector<std::string>& words, const std::string& dictionary,
                                   IrregularForms irregular, StemFilter fits) {
    const std::vector<double> counts(words.size(), 1);
    std::vector<std::string> result;
    for (const TypeLemma& one : hunspell_lemmas(words, counts, folder + dictionary, "x", irregular, fits, {}))
        result.push_back(one.lemma);
    return result;
}

TEST(HunspellLemmas, English) {
    if (!std::filesystem::exists(folder + "en_US.dic")) GTEST_SKIP() << "hunspell-en-us is not installed";
    EXPECT_EQ(lemmas_of({"was", "children", "weapons", "countries", "qwzx", "", "\xFF", "12"}, "en_US",
                        english_irregular_forms(), english_stem_fits),
              (std::vector<std::string>{"be", "child", "weapon", "country", "qwzx", "", "\xFF", "12"}));
}

TEST(HunspellLemmas, Russian) {
    if (!std::filesystem::exists(folder + "ru_RU.dic")) GTEST_SKIP() << "hunspell-ru is not installed";
    EXPECT_EQ(lemmas_of({"меня", "государства", "ядерного"}, "ru_RU", russian_irregular_forms(), russian_stem_fits),
              (std::vector<std::string>{"я", "государство", "ядерный"}));
}

TEST(HunspellLemmas, DerivedWordsStayWhole) {
    EXPECT_FALSE(english_stem_fits("friendly", "friend"));
    EXPECT_FALSE(english_stem_fits("recommend", "commend"));
    EXPECT_TRUE(english_stem_fits("countries", "country"));
    EXPECT_FALSE(russian_stem_fits("частично", "частичный"));
    EXPECT_TRUE(russian_stem_fits("большого", "большой"));
}

TEST(HunspellLemmas, AMissingDictionaryNamesItsPackage) {
    const std::vector<std::string> words = {"a"};
    const std::vector<double> counts = {1};
    try {
        (void)hunspell_lemmas(words, counts, "/nowhere/ru_RU", "hunspell-ru", {}, russian_stem_fits, {});
        FAIL();
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(),
                     "/nowhere/ru_RU.aff: the hunspell dictionary is missing; install the package hunspell-ru, or say "
                     "where it is");
    }
}

}  // namespace
}  // namespace tarazy::hunspell_lemmas_test
