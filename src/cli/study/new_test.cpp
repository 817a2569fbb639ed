#include "cli/study/small_study_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace new_test {

using tarazy::testing_program::ProgramRun;
using tarazy::testing_program::run_program;
using tarazy::testing_program::SmallStudy;

/// `study new` on the votes of the small study, and more words.
ProgramRun new_study(const SmallStudy& small, const std::vector<std::string>& more) {
    std::vector<std::string> words = {"study",
                                      "new",
                                      small.folder / "new",
                                      "--focus",
                                      "KAZ",
                                      "--poles",
                                      "RUS,CHN,WEST=USA+GBR",
                                      "--data",
                                      small.study() + "/votes.csv",
                                      "--data",
                                      small.study() + "/rolls.csv"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
}

TEST(StudyNew, OfOnesOwnVotesIsCheckedAndRun) {
    const SmallStudy small;
    const ProgramRun written = new_study(small, {"--years", "1992-1995", "--with", "align"});
    EXPECT_EQ(written.status, 0) << written.err;
    EXPECT_NE(written.err.find("taken for votes, by its columns rcid,ccode,vote; 160 rows"), std::string::npos);
    EXPECT_NE(written.err.find("warning: align.balance is left out"), std::string::npos) << written.err;
    EXPECT_EQ(run_program({"study", "check", small.folder / "new", "--no-run"}).status, 0);
    const ProgramRun ran = run_program({"study", "run", small.folder / "new"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err.find("warning"), std::string::npos) << ran.err;
}

TEST(StudyNew, WhatCannotBeFedEndsWithStatus3AndWritesNothing) {
    const SmallStudy small;
    const ProgramRun written = new_study(small, {"--years", "1992-1995", "--with", "compare"});
    EXPECT_EQ(written.status, 3);
    EXPECT_NE(written.err.find("compare.minimise: it needs cases (case and sets from 0 to 1)"), std::string::npos)
        << written.err;
    EXPECT_FALSE(std::filesystem::exists(small.folder / "new"));
}

TEST(StudyNew, OptionsThatAreWrongOrLackingEndWithStatus2) {
    const SmallStudy small;
    EXPECT_EQ(new_study(small, {"--years", "1995-1992"}).status, 2);
    EXPECT_EQ(new_study(small, {"--years", "1992-1995", "--comparison", "KGZ;TJK"}).status, 2);
    const ProgramRun lacking = run_program({"study", "new", small.folder / "new", "--focus", "KAZ"});
    EXPECT_EQ(lacking.status, 2);
    EXPECT_NE(lacking.err.find("--years 1991-2024, --data FILE"), std::string::npos) << lacking.err;
}

}  // namespace new_test
