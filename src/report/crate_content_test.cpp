#include "report/crate_content.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace crate_content_test {

TEST(CrateContent, IdsAreUris) {
    EXPECT_EQ(crate_id("study/data/votes.csv"), "study/data/votes.csv");
    EXPECT_EQ(crate_id("study/my votes, 50%.csv"), "study/my%20votes,%2050%25.csv");
    EXPECT_EQ(crate_id("Қ#?"), "%D2%9A%23%3F");
}

TEST(CrateContent, PathsAreWordsOfAShell) {
    EXPECT_EQ(shell_path("study/a.csv"), "study/a.csv");
    EXPECT_EQ(shell_path("$DATA/un/votes.csv"), "\"$DATA\"/un/votes.csv");
    EXPECT_EQ(shell_path("$DATA/my votes.csv"), "\"$DATA\"/'my votes.csv'");
    EXPECT_EQ(shell_path("it's; rm -rf"), "'it'\\''s; rm -rf'");
    EXPECT_EQ(shell_path("$(rm -rf)/x"), "'$(rm -rf)/x'") << "no variable, so nothing is expanded";
    EXPECT_EQ(shell_text("$HOME `x`"), "'$HOME `x`'");
    EXPECT_EQ(shell_text(""), "''");
    EXPECT_EQ(variable_of("$TARAZY_DATA/a/b"), "TARAZY_DATA");
    EXPECT_EQ(variable_of("data/$x"), "");
}

}  // namespace crate_content_test
}  // namespace tarazy
