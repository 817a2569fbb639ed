#include "base/number_text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tarazy {
namespace number_text_test {

TEST(NumberText, WritesFifteenSignificantDigitsWithoutTrailingZeros) {
    EXPECT_EQ(number_text(0.1), "0.1");
    EXPECT_EQ(number_text(1.0 / 3.0), "0.333333333333333");
    EXPECT_EQ(number_text(1992), "1992");
    EXPECT_EQ(number_text(-0.0), "0");
    EXPECT_EQ(number_text(std::numeric_limits<double>::quiet_NaN()), "");
}

TEST(ParseReal, RefusesWhatIsNotAFiniteDecimalNumber) {
    EXPECT_EQ(parse_real("+1.5e3"), 1500.0);
    for (const char* text : {"", " 1", "1 ", "1,5", "nan", "NaN", "inf", "-Infinity", "0x10", "1e999", "+-1", "--1"}) {
        EXPECT_FALSE(parse_real(text).has_value()) << text;
    }
}

TEST(ParseInteger, RefusesFractionsAndOverflow) {
    EXPECT_EQ(parse_integer("-42"), -42);
    EXPECT_FALSE(parse_integer("4.0").has_value());
    EXPECT_FALSE(parse_integer("9223372036854775808").has_value());
}

}  // namespace number_text_test
}  // namespace tarazy
