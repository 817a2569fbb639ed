#include "base/utf8.hpp"

#include <gtest/gtest.h>

namespace utf8_test {

using namespace tarazy;

TEST(Utf8, EveryCharacterIsReadAsItWasWritten) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c == 0xD800) c = 0xE000;
        std::string text;
        append_utf8(text, c);
        const Utf8Character read = utf8_character(text, 0);
        ASSERT_EQ(read.code, c);
        ASSERT_EQ(read.bytes, text.size());
    }
}

TEST(Utf8, ABadByteIsOneUnknownCharacterSoThatReadingGoesOn) {
    // Cut short, overlong, a surrogate, beyond the last character, a byte that begins nothing.
    for (const std::string bad :
         {"\xD0", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xFF"}) {
        const Utf8Character read = utf8_character(bad, 0);
        EXPECT_EQ(read.code, 0xFFFDU);
        EXPECT_EQ(read.bytes, 1U);
    }
}

}  // namespace utf8_test
