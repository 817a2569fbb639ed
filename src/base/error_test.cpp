#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace error_test {

TEST(Problem, NamesFileLineColumnFaultAndRemedy) {
    EXPECT_EQ(to_string({"votes.csv", 17, 3, "vote is 9", "use 1, 2 or 3"}),
              "votes.csv:17:3: vote is 9; use 1, 2 or 3");
    EXPECT_EQ(to_string({"votes.csv", 0, 0, "the file is empty", ""}), "votes.csv: the file is empty");
}

TEST(Diagnostics, KeepsTwentyProblemsAndCountsTheRest) {
    Diagnostics diagnostics;
    for (std::size_t line = 1; line <= 23; ++line) diagnostics.add({"a.csv", line, 1, "bad", ""});
    try {
        diagnostics.throw_if_any();
        FAIL() << "no error was thrown";
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 20u);
        EXPECT_NE(std::string(error.what()).find("and 3 more problems (23 in all)"), std::string::npos);
    }
}

TEST(Diagnostics, WithoutProblemsNothingIsThrown) {
    EXPECT_NO_THROW(Diagnostics{}.throw_if_any());
}

}  // namespace error_test
}  // namespace tarazy
