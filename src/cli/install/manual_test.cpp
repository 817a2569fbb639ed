#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace tarazy {

namespace manual_test {

using namespace testing_program;

TEST(Manual, EveryCommandHasAPageThatRoffReads) {
    const Folder folder;
    const ProgramRun run = run_program({"manual", "--pages", folder / "man1"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_GT(folder.entries(), 60U);
    for (const char* name : {"tarazy.1", "tarazy-align.1", "tarazy-align-similarity.1", "tarazy-explain.1"})
        EXPECT_TRUE(std::filesystem::exists(folder / (std::string("man1/") + name))) << name;
    if (std::system("command -v groff >/dev/null 2>&1") != 0) GTEST_SKIP() << "groff is not installed";
    const std::string said = folder / "said";
    for (const auto& entry : std::filesystem::directory_iterator(folder / "man1")) {
        const std::string command =
            "groff -man -Kutf8 -Tutf8 -wmac -wel -wescape " + entry.path().string() + " 2>" + said + " >/dev/null";
        EXPECT_EQ(std::system(command.c_str()), 0) << entry.path();
        EXPECT_EQ(bytes_of(said), "") << entry.path();
    }
}

TEST(Manual, APageHasWhatTheHelpHas) {
    const ProgramRun run = run_program({"manual", "align", "similarity"});
    ASSERT_EQ(run.status, 0) << run.err;
    for (const char* part :
         {".TH \"TARAZY-ALIGN-SIMILARITY\" 1", "\\fB\\-\\-bootstrap\\fR \\fIINT from 0 to 1000000\\fR",
          "\\fInumbers|voteview|binary\\fR", ".SH EXAMPLES", ".SH EXIT STATUS", "\\fBtarazy\\-align\\fR(1)",
          "\\fB\\-\\-quiet\\fR, \\fB\\-q\\fR", "\\fB\\-\\-votes\\fR \\fITEXT ...\\fR"})
        EXPECT_NE(run.out.find(part), std::string::npos) << part;
}

TEST(Manual, AnUnknownCommandIsNamed) {
    const ProgramRun run = run_program({"manual", "align", "similar"});
    EXPECT_EQ(run.status, 2);
    EXPECT_NE(run.err.find("align similarity"), std::string::npos) << run.err;
}

}  // namespace manual_test
}  // namespace tarazy
