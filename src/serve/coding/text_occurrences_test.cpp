#include "serve/coding/text_occurrences.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tarazy {
namespace text_occurrences_test {

std::optional<std::size_t> only(std::string_view text, std::string_view words) {
    return TextOccurrences(text).only(words);
}

TEST(TextOccurrences, OnlyOneOccurrenceCounts) {
    EXPECT_EQ(only("a peace b", "peace"), 2u);
    EXPECT_EQ(only("a peace b peace", "peace"), std::nullopt);
    EXPECT_EQ(only("aaa", "aa"), std::nullopt) << "they overlap";
    EXPECT_EQ(only("aaaaaa", "aaaaa"), std::nullopt) << "they overlap";
    EXPECT_EQ(only("aaaaab", "aaaab"), 1u);
    EXPECT_EQ(only("a", "peace"), std::nullopt);
    EXPECT_EQ(only("a", ""), std::nullopt);
    EXPECT_EQ(only("", ""), std::nullopt);
    EXPECT_EQ(only("peace", "peace"), 0u);
}

TEST(TextOccurrences, AgreeWithSearchingInTextsOfFewSigns) {
    Random random(17, "texts of few signs", 0);
    for (int trial = 0; trial < 300; ++trial) {
        std::string text;
        const std::size_t length = 1 + random.below(60);
        for (std::size_t i = 0; i < length; ++i) text += static_cast<char>('a' + random.below(2));
        const TextOccurrences occurrences(text);
        for (int word = 0; word < 20; ++word) {
            const std::size_t from = random.below(length), many = 1 + random.below(9);
            std::string words = text.substr(from, many);
            if (random.below(3) == 0) words.back() = 'a';
            const std::size_t first = text.find(words);
            std::optional<std::size_t> wanted;
            if (first != std::string::npos && text.find(words, first + 1) == std::string::npos) wanted = first;
            EXPECT_EQ(occurrences.only(words), wanted) << text << ' ' << words;
        }
    }
}

}  // namespace text_occurrences_test
}  // namespace tarazy
