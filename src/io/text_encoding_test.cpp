#include "io/text_encoding.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_encoding_test {

bool accepted(const std::string& text) {
    try {
        require_utf8_text(text, "t.csv");
        return true;
    } catch (const InputError&) {
        return false;
    }
}

TEST(TextEncoding, AcceptsUtf8AnywhereInTheText) {
    for (std::size_t before = 0; before < 40; ++before) {
        for (const char* character : {"q", "қ", "中", "😀", "\x7F", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF"}) {
            EXPECT_TRUE(accepted(std::string(before, 'a') + character)) << before << character;
            EXPECT_TRUE(accepted(std::string(before, 'a') + character + std::string(40, 'b'))) << before << character;
        }
    }
}

TEST(TextEncoding, RefusesOverlongFormsSurrogatesAndCutCharactersAnywhere) {
    for (std::size_t before = 0; before < 40; ++before) {
        for (const char* bad : {"\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                                "\xF4\x90\x80\x80", "\x80", "\xFF", "\xD2", "\xE4\xB8", "\xF0\x9F\x98"}) {
            EXPECT_FALSE(accepted(std::string(before, 'a') + bad)) << before;
            EXPECT_FALSE(accepted(std::string(before, 'a') + bad + std::string(40, 'b'))) << before;
        }
        EXPECT_FALSE(accepted(std::string(before, 'a') + std::string(1, '\0') + std::string(40, 'b'))) << before;
    }
}

TEST(TextEncoding, EachFaultyLineIsReportedOnce) {
    try {
        require_utf8_text("ok\n\xFF\xFF\nok\n\xFE\n", "t.csv");
        FAIL() << "accepted";
    } catch (const InputError& error) {
        ASSERT_EQ(error.problems().size(), 2u);
        EXPECT_EQ(error.problems()[0].line, 2u);
        EXPECT_EQ(error.problems()[1].line, 4u);
    }
}

TEST(TextEncoding, Utf16IsToldByItsMarkOrByItsNulBytes) {
    EXPECT_EQ(utf16_of("\xFF\xFE"), Utf16::little_endian);
    EXPECT_EQ(utf16_of("\xFE\xFF"), Utf16::big_endian);
    EXPECT_EQ(utf16_of(std::string_view("a\0,\0b\0", 6)), Utf16::little_endian);
    EXPECT_EQ(utf16_of(std::string_view("\0a\0,\0b", 6)), Utf16::big_endian);
    EXPECT_EQ(utf16_of("a,b\n"), Utf16::no);
    EXPECT_EQ(utf16_of(std::string_view("a,b\n1,\0\n", 8)), Utf16::no);
    EXPECT_EQ(utf16_of(std::string_view("\0\0a\0\0b", 6)), Utf16::no);
}

TEST(TextEncoding, DamagedUtf8IsMostlyUtf8) {
    EXPECT_TRUE(is_mostly_utf8("Қазақстан \xFF"));
    EXPECT_FALSE(is_mostly_utf8("C\xF4te"));
    EXPECT_FALSE(is_mostly_utf8("\xCF\xF0\xE8\xE2\xE5\xF2"));
}

TEST(TextEncoding, ByteOrderMarkIsTakenOffOnce) {
    EXPECT_EQ(without_byte_order_mark("\xEF\xBB\xBF\xEF\xBB\xBFx"), "x");
    EXPECT_EQ(without_byte_order_mark("x"), "x");
}

}  // namespace text_encoding_test
}  // namespace tarazy
