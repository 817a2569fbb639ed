#include "text/corpus/text_places.hpp"

#include <gtest/gtest.h>

namespace tarazy::text_places_test {
namespace {

TEST(TextPlaces, PageLineAndCharacter) {
    const std::string text = "қа\nбв\n\fгд\n";
    const TextPlaces places(text);
    const PagePlace first = places.at(0), second = places.at(text.find("в")), third = places.at(text.find("д"));
    EXPECT_EQ(first.page, 1u);
    EXPECT_EQ(first.line, 1u);
    EXPECT_EQ(first.character, 1u);
    EXPECT_EQ(second.line, 2u);
    EXPECT_EQ(second.character, 2u);
    EXPECT_EQ(third.page, 2u);
    EXPECT_EQ(third.line, 1u);
    EXPECT_EQ(third.character, 2u);
    EXPECT_EQ(places.at(text.size()).page, 2u);
}

}  // namespace
}  // namespace tarazy::text_places_test
