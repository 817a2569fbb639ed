#include "base/printable.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace printable_test {

TEST(Printable, TextOfAnyAlphabetStaysAsItIs) {
    EXPECT_EQ(printable("Қазақстан, 中国\tи Россия\n"), "Қазақстан, 中国\tи Россия\n");
    EXPECT_EQ(printable(""), "");
}

TEST(Printable, ControlCharactersAreShownNotObeyed) {
    EXPECT_EQ(printable("\x1b]0;owned\x07"), "\\x1B]0;owned\\x07");
    EXPECT_EQ(printable("a\rb\x7f"), "a\\x0Db\\x7F");
    EXPECT_EQ(printable(std::string("a\0b", 3)), "a\\x00b");
    EXPECT_EQ(printable("\u009b31m"), "\\u009B31m");
    EXPECT_EQ(printable("invoice\u202Excod.exe\u2066"), "invoice\\u202Excod.exe\\u2066");
}

TEST(Printable, BytesThatAreNoUtf8BecomeTheReplacementCharacter) {
    EXPECT_EQ(printable("bad\xffname\x9b"), "bad\uFFFDname\uFFFD");
}

}  // namespace printable_test
}  // namespace tarazy
