#include "cli/study/small_study_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace study_commands_test {

using namespace testing_program;

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), by);
}

TEST(StudyNew, MakesAStudyThatChecksRunsAndVerifies) {
    const Folder folder;
    const std::string study = folder / "my study";
    ASSERT_EQ(run_program({"study", "new", study}).status, 0);
    const ProgramRun check = run_program({"study", "check", study, "--format", "csv"});
    EXPECT_EQ(check.status, 0) << check.err;
    EXPECT_TRUE(check.out.starts_with("kind,id,what,state\nstudy,example,"));
    const ProgramRun run = run_program({"study", "run", study});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run_program({"study", "verify", study + "/output"}).status, 0);
    EXPECT_TRUE(bytes_of(study + "/output/results/propositions.csv").starts_with("proposition,theory,verdict,"));
    EXPECT_EQ(run_program({"study", "new", study}).status, 2) << "a folder that holds something is left alone";
}

TEST(StudyCheck, TenErrorsComeAtOnceInTheOrderOfTheirLines) {
    const SmallStudy small;
    std::string toml = bytes_of(small.study() + "/study.toml");
    for (const auto& [right, wrong] : std::initializer_list<std::pair<const char*, const char*>>{
             {"focus = \"KAZ\"", "focus = \"KZA\""},
             {"years = [1992, 1995]", "years = [1995, 1992]"},
             {"seed = 1991", "sede = 1991"},
             {"members = [\"CHN\"]", "members = [\"CHNI\"]"},
             {"role = \"roll_calls\"", "role = \"rollcalls\""},
             {"source = \"drawn\"", "source = \"drown\""},
             {"method = \"align.similarity\"", "method = \"align.similarty\""},
             {"windows = [\"1992-1995\"]\nbootstrap = 20", "windows = [\"1992-1995\"]\nbootstrap = -20"},
             {"windows = [\"1992-1995\"]", "windows = [\"1995-1992\"]"},
             {"comparison = \"> 0.5 with probability 0.9\"", "comparison = \"> 0.5 with probability 9\""}})
        toml = replaced(toml, right, wrong);
    small.folder.write("study/study.toml", toml);
    const ProgramRun check = run_program({"study", "check", small.study()});
    EXPECT_EQ(check.status, 3);
    EXPECT_TRUE(check.out.empty());
    for (const char* named : {"KZA", "years", "sede", "CHNI", "rollcalls", "drown", "align.similarty", "bootstrap",
                              "1995-1992", "probability 9"})
        EXPECT_NE(check.err.find(named), std::string::npos) << named << "\n" << check.err;
    EXPECT_GE(std::ranges::count(check.err, '\n'), 10) << check.err;
    const ProgramRun run = run_program(small.command());
    EXPECT_EQ(run.status, 3);
    EXPECT_EQ(run.err, check.err);
    EXPECT_FALSE(std::filesystem::exists(small.output())) << "nothing half-written";
}

TEST(StudyDerive, ShipsTablesThatStandInForTheRawFiles) {
    const SmallStudy small;
    std::string toml = bytes_of(small.study() + "/study.toml");
    toml = replaced(toml, "file = \"votes.csv\"", "file = \"$TARAZY_TEST_RAW/votes.csv\"\nfallback = \"derived\"");
    toml = replaced(toml, "file = \"rolls.csv\"", "file = \"$TARAZY_TEST_RAW/rolls.csv\"\nfallback = \"derived\"");
    small.folder.write("study/study.toml", toml);
    const ProgramRun nothing = run_program({"study", "derive", small.study()});
    EXPECT_EQ(nothing.status, 3) << nothing.err;
    EXPECT_NE(nothing.err.find("TARAZY_TEST_RAW"), std::string::npos) << nothing.err;

    ::setenv("TARAZY_TEST_RAW", small.study().c_str(), 1);
    EXPECT_EQ(run_program({"study", "derive", small.study()}).status, 0);
    ASSERT_EQ(small.run().status, 0);
    const std::string from_raw = bytes_of(small.output() + "/results/shares.csv");
    ::unsetenv("TARAZY_TEST_RAW");
    const ProgramRun from_shipped = small.run();
    ASSERT_EQ(from_shipped.status, 0) << from_shipped.err;
    EXPECT_EQ(bytes_of(small.output() + "/results/shares.csv"), from_raw);

    small.folder.write("study/study.toml", replaced(toml, "bootstrap = 20", "bootstrap = 21"));
    const ProgramRun changed = small.run();
    EXPECT_EQ(changed.status, 3) << "shipped tables made with other parameters are refused";
    EXPECT_NE(changed.err.find("bootstrap"), std::string::npos) << changed.err;
}

}  // namespace study_commands_test
}  // namespace tarazy
