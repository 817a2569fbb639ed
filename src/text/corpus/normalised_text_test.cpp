#include "text/corpus/normalised_text.hpp"

#include "text/corpus/characters.hpp"

#include <gtest/gtest.h>

namespace tarazy::normalised_text_test {
namespace {

TEST(NormalisedText, ComposesAndLeavesTheInvisibleOut) {
    const std::string source = "и\u0306 сло\u00ADво\u200B и\r\nещё\rraz \u00AD\nne";
    const MappedText result = normalised_text(source);
    EXPECT_EQ(result.text, "й слово и\nещё\nraz \u00AD\nne") << "the soft hyphen at a line end tells something";
    EXPECT_EQ(result.map.length, result.text.size());
    EXPECT_EQ(result.map.source_of(0), (TextSpan{0, 4}));
    const std::size_t word = result.text.find("слово");
    EXPECT_EQ(result.map.source_of(word).begin, source.find("сло"));
}

TEST(NormalisedText, WhatIsRightIsOneRun) {
    const std::string source = "Қазақстан – ел.\n";
    const MappedText result = normalised_text(source);
    EXPECT_EQ(result.text, source);
    EXPECT_EQ(result.map.runs.size(), 1u);
    EXPECT_TRUE(normalised_text("").text.empty());
    EXPECT_EQ(normalised_text("e\u0301").text, "é");
    EXPECT_FALSE(normalised_text("e\u0301").map.runs.front().verbatim);
}

}  // namespace
}  // namespace tarazy::normalised_text_test
