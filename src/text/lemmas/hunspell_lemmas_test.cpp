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
    for (const TypeLemma& one : hunspell_lemmas(words, counts, folder + dictionary, "x", irregular, fits, 1, {}))
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

TEST(HunspellLemmas, TheSameAtAnyNumberOfThreads) {
    if (!std::filesystem::exists(folder + "en_US.dic")) GTEST_SKIP() << "hunspell-en-us is not installed";
    std::vector<std::string> words;
    for (const char* begin : {"treat", "test", "land", "work", "paint"})
        for (const char* end : {"s", "ed", "ing", "er", "ers", ""})
            for (int k = 0; k < 300; ++k)
                words.push_back(k % 3 == 0 ? begin + std::to_string(k) + end : begin + std::string(end));
    const std::vector<double> counts(words.size(), 1);
    const auto with = [&](unsigned threads) {
        std::vector<std::string> lemmas;
        for (const TypeLemma& one : hunspell_lemmas(words, counts, folder + "en_US", "x", english_irregular_forms(),
                                                    english_stem_fits, threads, {}))
            lemmas.push_back(one.lemma + ' ' + std::to_string(one.confidence));
        return lemmas;
    };
    EXPECT_EQ(with(1), with(3));
    const std::vector<std::string> again(words.begin(), words.begin() + 4500);
    expect_stoppable([&](const Work& work) {
        (void)hunspell_lemmas(again, counts, folder + "en_US", "x", {}, english_stem_fits, 1, work);
    });
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
        (void)hunspell_lemmas(words, counts, "/nowhere/ru_RU", "hunspell-ru", {}, russian_stem_fits, 1, {});
        FAIL();
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(),
                     "/nowhere/ru_RU.aff: the hunspell dictionary is missing; install the package hunspell-ru, or say "
                     "where it is");
    }
}

}  // namespace
}  // namespace tarazy::hunspell_lemmas_test
