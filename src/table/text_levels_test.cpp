#include "table/text_levels.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_levels_test {

TEST(TextLevels, NumbersTextsByFirstAppearance) {
    TextLevels levels;
    EXPECT_EQ(levels.code_of("KAZ"), 0);
    EXPECT_EQ(levels.code_of("UZB"), 1);
    EXPECT_EQ(levels.code_of("KAZ"), 0);
    EXPECT_EQ(levels.levels(), (std::vector<std::string>{"KAZ", "UZB"}));
}

TEST(TextLevels, FindsEachOfManyTextsAgain) {
    TextLevels levels;
    for (int pass = 0; pass < 2; ++pass) {
        for (int text = 0; text < 50'000; ++text) {
            ASSERT_EQ(levels.code_of("a rather long text that is number " + std::to_string(text)), text);
        }
    }
}

}  // namespace text_levels_test
}  // namespace tarazy
