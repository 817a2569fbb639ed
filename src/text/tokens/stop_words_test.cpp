#include "text/tokens/stop_words.hpp"

#include "text/tokens/token_selection.hpp"
#include "text/tokens/tokenise.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace tarazy {
namespace stop_words_test {

TEST(StopWords, AreInLowerCaseEachOnceAndTokensOfTheirOwn) {
    for (const char* language : {"en", "kk", "ru", "zh"}) {
        const std::vector<std::string> words = usual_stop_words(language);
        EXPECT_GT(words.size(), 80U) << language;
        EXPECT_EQ(std::set<std::string>(words.begin(), words.end()).size(), words.size()) << language;
        for (const std::string& word : words) {
            EXPECT_EQ(lower_case(word), word);
            if (language == std::string("zh")) continue;  // words of Chinese are cut by what stands beside them
            const Tokens tokens = tokenise({{"d"}, {word}, {}}, {});
            EXPECT_TRUE(tokens.size() == 1 || word.find('-') != std::string::npos) << word;
        }
    }
}

TEST(StopWords, ThemesAreNoneOfThem) {
    for (const auto& [language, word] :
         {std::pair("en", "peace"), {"en", "new"}, {"ru", "мир"}, {"kk", "бейбітшілік"}, {"kk", "жыл"}, {"zh", "和平"}})
        EXPECT_EQ(std::ranges::count(usual_stop_words(language), word), 0) << word;
    EXPECT_TRUE(usual_stop_words("fr").empty());
}

}  // namespace stop_words_test
}  // namespace tarazy
