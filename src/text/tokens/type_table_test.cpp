#include "text/tokens/type_table.hpp"

#include <gtest/gtest.h>

namespace tarazy::type_table_test {
namespace {

TEST(TypeTable, NumbersInTheOrderOfMeeting) {
    std::vector<std::string> words;
    for (int k = 0; k < 20'000; ++k) words.push_back("word" + std::to_string(k));
    TypeTable table;
    for (std::uint32_t k = 0; k < words.size(); ++k) ASSERT_EQ(table.number(words[k]), k);
    for (std::uint32_t k = 0; k < words.size(); ++k) ASSERT_EQ(table.number(words[k]), k);
    EXPECT_EQ(table.texts()[7], "word7");
}

TEST(TypeTable, TextsOfEveryLengthAreApart) {
    TypeTable table;
    const std::string text(40, 'a');
    for (std::size_t length = 0; length <= text.size(); ++length)
        EXPECT_EQ(table.number(std::string_view(text).substr(0, length)), length);
}

}  // namespace
}  // namespace tarazy::type_table_test
