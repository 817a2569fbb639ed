#include "base/letter_case.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace letter_case_test {

TEST(LetterCase, ScriptsAreComparedWithoutIt) {
    EXPECT_TRUE(equal_but_for_case("ally", "ALLY"));
    EXPECT_TRUE(equal_but_for_case("одақ", "ОДАҚ"));
    EXPECT_TRUE(equal_but_for_case("a", "a"));
    EXPECT_FALSE(equal_but_for_case("одак", "ОДАҚ"));
    EXPECT_FALSE(equal_but_for_case("", "A"));
}

}  // namespace letter_case_test
}  // namespace tarazy
