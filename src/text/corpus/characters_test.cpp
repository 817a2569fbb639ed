#include "text/corpus/characters.hpp"

#include "base/utf8.hpp"

#include <gtest/gtest.h>

namespace tarazy::characters_test {
namespace {

TEST(Characters, KindsAndCases) {
    EXPECT_EQ(character_kind(U'a'), CharacterKind::latin);
    EXPECT_EQ(character_kind(U'é'), CharacterKind::latin_more);
    EXPECT_EQ(character_kind(U'Қ'), CharacterKind::cyrillic);
    EXPECT_EQ(character_kind(U'核'), CharacterKind::han);
    EXPECT_EQ(character_kind(U'λ'), CharacterKind::letter);
    EXPECT_EQ(character_kind(U'7'), CharacterKind::digit);
    EXPECT_EQ(character_kind(U'。'), CharacterKind::mark);
    EXPECT_EQ(character_kind(0x3000), CharacterKind::blank);
    EXPECT_EQ(character_kind(0xA0), CharacterKind::blank);
    EXPECT_TRUE(is_upper_case(U'Ә'));
    EXPECT_FALSE(is_upper_case(U'核'));
    EXPECT_EQ(lower_case_text("ҚАЗАҚСТАН É"), "қазақстан é");
}

TEST(Characters, GoForwardsAndBackwards) {
    const std::string text = "aқ核😀";
    std::vector<char32_t> there, back;
    for (std::size_t at = 0; at < text.size();) {
        const CharacterAt here = character_from(text, at);
        there.push_back(here.value);
        at += here.bytes;
    }
    for (std::size_t end = text.size(); end > 0;) {
        const CharacterAt last = character_before(text, end);
        back.insert(back.begin(), last.value);
        end -= last.bytes;
    }
    EXPECT_EQ(there, (std::vector<char32_t>{U'a', U'қ', U'核', U'😀'}));
    EXPECT_EQ(there, back);
    EXPECT_EQ(count_characters(text), 4u);
    std::string again;
    for (const char32_t c : there) append_utf8(again, c);
    EXPECT_EQ(again, text);
}

TEST(Characters, CutTextsAreNotReadBeyondTheirEnd) {
    EXPECT_EQ(character_from("\xD2", 0).bytes, 1u);
    EXPECT_EQ(character_from("\xE6\xA0", 0).bytes, 2u);
}

}  // namespace
}  // namespace tarazy::characters_test
