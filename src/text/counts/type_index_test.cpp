#include "text/counts/type_index.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy::type_index_test {
namespace {

using Found = std::vector<std::uint32_t>;
const std::vector<std::string> types = {"Nuclear", "nuclear-free", "unclear", "multilateral",
                                        "安全",    "保证",         "ҚАРУ",    "қарусыз"};

Found globs(const std::string& text) {
    return TypeIndex(types).fitting({WordPattern::Form::glob, text});
}
Found regexes(const std::string& text) {
    return TypeIndex(types).fitting({WordPattern::Form::regex, text});
}

TEST(TypeIndex, GlobsFitWholeTokensInAnyCase) {
    EXPECT_EQ(globs("nuclear"), Found{0});
    EXPECT_EQ(globs("NUCLEAR*"), (Found{0, 1}));
    EXPECT_EQ(globs("*clear"), (Found{0, 2}));
    EXPECT_EQ(globs("multi?ateral*"), Found{3});
    EXPECT_EQ(globs("қару*"), (Found{6, 7}));
    EXPECT_EQ(globs("?全"), Found{4});
    EXPECT_EQ(globs("clear"), Found{});
    EXPECT_EQ(TypeIndex(types, true).fitting({WordPattern::Form::glob, "nuclear*"}), Found{1});
}

TEST(TypeIndex, GlobsAsAnOracleSaysSlowly) {
    EXPECT_TRUE(glob_fits("a*b*c", "a-b-b-c"));
    EXPECT_FALSE(glob_fits("a*b*c", "a-c"));
    EXPECT_TRUE(glob_fits("**", ""));
    EXPECT_FALSE(glob_fits("?", ""));
    EXPECT_TRUE(glob_fits(std::string(50, '*') + "x", std::string(5000, 'a') + "x"));
}

TEST(TypeIndex, RegularExpressionsFitInside) {
    EXPECT_EQ(regexes("clear$"), (Found{0, 2}));
    EXPECT_EQ(regexes("^[a-z]+-"), Found{1});
    EXPECT_THROW((void)regexes("(nuclear"), InputError);
}

TEST(TypeIndex, ATextAsARunOfTypes) {
    EXPECT_EQ(TypeIndex(types).runs("安全保证"), (std::vector<Found>{{4, 5}}));
    EXPECT_EQ(TypeIndex(types).runs("安全"), (std::vector<Found>{{4}}));
    EXPECT_TRUE(TypeIndex(types).runs("核").empty());
}

}  // namespace
}  // namespace tarazy::type_index_test
