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

TEST(TextPlaces, LongLinesAreCountedOnce) {
    std::string text = "бір\n";
    for (int i = 0; i < 50'000; ++i) text += "қ";
    const TextPlaces places(text);
    EXPECT_EQ(places.at(text.size() - 2).character, 50'000u);
    EXPECT_EQ(places.at(7 + 2 * 30'000).character, 30'001u);
    EXPECT_EQ(places.at(7 + 2 * 30'000).line, 2u);
}

}  // namespace
}  // namespace tarazy::text_places_test
