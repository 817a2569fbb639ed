#include "text/scaling/feature_languages.hpp"

#include <gtest/gtest.h>

namespace tarazy::feature_languages_test {
namespace {

/// A document a word, which it has `n` times.
DocumentFeatureMatrix one_word_each(const std::vector<std::string>& words, double n) {
    DocumentFeatureMatrix matrix;
    for (const std::string& word : words) {
        matrix.documents.push_back("d" + std::to_string(matrix.documents.size()));
        matrix.feature.push_back(static_cast<std::uint32_t>(matrix.features.size()));
        matrix.features.push_back(word);
        matrix.count.push_back(n);
        matrix.row_begin.push_back(matrix.cells());
    }
    return matrix;
}

TEST(FeatureLanguages, ToldWhenDocumentsDiffer) {
    const auto warning = language_warning(one_word_each({"peace", "мир", "бейбітшілік", "和平"}, 20));
    ASSERT_TRUE(warning);
    EXPECT_NE(warning->find("1 in Kazakh"), std::string::npos) << *warning;
    EXPECT_NE(warning->find("1 in Chinese characters"), std::string::npos);
}

TEST(FeatureLanguages, SilentInOneLanguageAndWithFewWords) {
    EXPECT_FALSE(language_warning(one_word_each({"мир", "война", "договор"}, 20)));
    EXPECT_FALSE(language_warning(one_word_each({"peace", "мир"}, 3)));
    EXPECT_FALSE(language_warning(one_word_each({"12", "!"}, 30)));
}

}  // namespace
}  // namespace tarazy::feature_languages_test
