#include "compare/sets/level_list.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace level_list_test {

using Levels = std::vector<unsigned>;

TEST(LevelList, BracesAndSquareBracketsAreReadAlike) {
    EXPECT_EQ(read_level_list("{2}")->levels, Levels{2});
    EXPECT_EQ(read_level_list("[2]")->levels, Levels{2});
    EXPECT_EQ(read_level_list("{ 2 , 1,2}*A")->levels, (Levels{1, 2}));
    EXPECT_EQ(read_level_list("{ 2 , 1,2}*A")->length, 10u);
    EXPECT_EQ(read_level_list("[10]]")->length, 4u);
}

TEST(LevelList, AnythingElseIsNone) {
    for (const char* text : {"", "2", "{", "{}", "{1", "{1]", "[1}", "{1,}", "{,1}", "{-1}", "{1.5}", "{a}", "{1 2}",
                             "{99999999999999999999}"})
        EXPECT_FALSE(read_level_list(text)) << text;
}

}  // namespace level_list_test
}  // namespace tarazy
