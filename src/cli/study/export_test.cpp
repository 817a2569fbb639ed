#include "cli/study/small_study_test.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace tarazy {
namespace study_export_test {

namespace fs = std::filesystem;
using namespace testing_program;

ProgramRun export_of(const SmallStudy& small, const std::string& crate, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"study", "export", small.output(), "--to",      "crate",
                                      "-o",    crate,    "--date",       "2026-01-31"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
}

/// Runs the script of a crate. @returns its exit status
int rerun(const std::string& crate) {
    ::setenv("TARAZY", tested_program().c_str(), 1);
    const int state = std::system(("'" + crate + "/rerun.sh' >'" + crate + ".log' 2>&1").c_str());
    return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

TEST(StudyExport, TheCrateComputesItselfAgainWhereverItIsCarried) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string crate = small.folder / "a crate of Қазақстан";
    const ProgramRun run = export_of(small, crate);
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "");
    EXPECT_NE(run.err.find("rerun with " + crate + "/rerun.sh"), std::string::npos) << run.err;
    fs::rename(small.study(), small.folder / "gone");
    ::setenv("TMPDIR", (small.folder / "gone").c_str(), 1);
    EXPECT_EQ(rerun(crate), 0) << bytes_of(crate + ".log");
    small.folder.write("a crate of Қазақстан/study/votes.csv", "rcid,ccode,vote\n1,2,1\n");
    EXPECT_EQ(rerun(crate), 3) << "another input";
    EXPECT_NE(bytes_of(crate + ".log").find("not the file that the run read: study/votes.csv"), std::string::npos);
    fs::remove(crate + "/study/votes.csv");
    EXPECT_EQ(rerun(crate), 3) << "no input";
}

TEST(StudyExport, ARunThatDoesNotVerifyIsRefusedWithWhatIsWrong) {
    const SmallStudy small;
    EXPECT_EQ(export_of(small, small.folder / "crate").status, 2) << "no run";
    ASSERT_EQ(small.run().status, 0);
    const std::string table = bytes_of(small.output() + "/results/shares.csv");
    small.folder.write("output/results/shares.csv", table + "x");
    const ProgramRun edited = export_of(small, small.folder / "crate");
    EXPECT_EQ(edited.status, 3);
    EXPECT_NE(edited.err.find("results/shares.csv was changed since the run"), std::string::npos) << edited.err;
    small.folder.write("output/results/shares.csv", table);
    const std::string votes = bytes_of(small.study() + "/votes.csv");
    small.folder.write("study/votes.csv", votes + "x");
    EXPECT_EQ(export_of(small, small.folder / "crate").status, 3) << "an input was changed";
    small.folder.write("study/votes.csv", votes);
    EXPECT_FALSE(fs::exists(small.folder / "crate"));
    EXPECT_EQ(export_of(small, small.folder / "crate").status, 0);
    EXPECT_EQ(export_of(small, small.folder / "crate").status, 2) << "the folder is not empty";
    EXPECT_EQ(run_program({"study", "export", small.output(), "--to", "crate"}).status, 2) << "no folder named";
    EXPECT_EQ(run_program({"study", "export", small.output(), "--to", "bag", "-o", small.folder / "b"}).status, 2);
}

TEST(StudyExport, RawDataUnderAVariableAreDescribedAndAskedFor) {
    const SmallStudy small;
    fs::create_directories(small.folder / "raw data");
    fs::rename(small.study() + "/votes.csv", small.folder / "raw data/votes.csv");
    std::string toml = bytes_of(small.study() + "/study.toml");
    toml.replace(toml.find("\"votes.csv\""), 11, "\"$SMALL_RAW/votes.csv\"");
    small.folder.write("study/study.toml", toml);
    ::setenv("SMALL_RAW", (small.folder / "raw data").c_str(), 1);
    ASSERT_EQ(small.run().status, 0);
    ::unsetenv("SMALL_RAW");
    const std::string crate = small.folder / "crate";
    const ProgramRun run = export_of(small, crate);
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.err.find("$SMALL_RAW/votes.csv is not passed on"), std::string::npos) << run.err;
    EXPECT_EQ(rerun(crate), 3);
    EXPECT_NE(bytes_of(crate + ".log").find("set SMALL_RAW to the folder that holds it"), std::string::npos)
        << bytes_of(crate + ".log");
    ::setenv("SMALL_RAW", (small.folder / "raw data").c_str(), 1);
    EXPECT_EQ(rerun(crate), 0) << bytes_of(crate + ".log");
    ::unsetenv("SMALL_RAW");
}

}  // namespace study_export_test
}  // namespace tarazy
