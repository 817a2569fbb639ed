#include "network/graph_files/text_places.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_places_test {

TEST(TextPlaces, WordsStandWhereTheyStand) {
    const auto words = placed_words("a  \"b \"\"c\" 'd'", 7, "");
    ASSERT_EQ(words.size(), 3U);
    EXPECT_EQ(words[1].text, "b \"c");
    EXPECT_EQ(words[1].column, 4U);
    EXPECT_EQ(words[2].text, "d");
    EXPECT_EQ(words[2].line, 7U);
    bool unclosed = false;
    (void)placed_words("\"a", 1, "", &unclosed);
    EXPECT_TRUE(unclosed);
}

TEST(TextPlaces, LinesEndInAnyManner) {
    TextLines lines("a\r\nb\rc\n\nd");
    std::vector<std::string> all;
    while (const auto line = lines.next()) all.emplace_back(*line);
    EXPECT_EQ(all, (std::vector<std::string>{"a", "b", "c", "", "d"}));
    EXPECT_TRUE(same_word("Data", "data"));
}

}  // namespace text_places_test
}  // namespace tarazy
