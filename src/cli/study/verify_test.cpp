#include "cli/study/small_study_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace study_verify_test {

namespace fs = std::filesystem;
using namespace testing_program;

TEST(StudyVerifyMoved, ARenamedStudyIsTheSameStudy) {
    const SmallStudy small;
    ASSERT_EQ(run_program({"study", "run", small.study(), "--quiet"}).status, 0);
    fs::rename(small.study(), small.folder / "renamed");
    ::setenv("TMPDIR", (small.folder / "renamed").c_str(), 1);
    const ProgramRun verify = run_program({"study", "verify", small.folder / "renamed/output"});
    EXPECT_EQ(verify.status, 0) << verify.out << verify.err;
    fs::create_directories(small.folder / "studies");
    fs::rename(small.folder / "renamed", small.folder / "studies/kz");
    ::setenv("TMPDIR", (small.folder / "studies").c_str(), 1);
    EXPECT_EQ(run_program({"study", "verify", small.folder / "studies/kz/output/"}).status, 0);
}

TEST(StudyVerifyMoved, OutputElsewhereFollowsOrIsToldWhereTheStudyIs) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);  // output beside the study
    fs::rename(small.study(), small.folder / "other");
    ::setenv("TMPDIR", (small.folder / "other").c_str(), 1);
    EXPECT_EQ(small.verify().status, 1) << "the study is not where it was";
    const ProgramRun told = run_program({"study", "verify", small.output(), "--study", small.folder / "other"});
    EXPECT_EQ(told.status, 0) << told.out << told.err;
}

TEST(StudyVerifyMoved, HoweverTheFolderIsWrittenTheRunIsTheSame) {
    const SmallStudy small;
    fs::create_directory_symlink(small.study(), small.folder / "link");
    ASSERT_EQ(run_program({"study", "run", small.study(), "--quiet"}).status, 0);
    const std::string report = bytes_of(small.study() + "/output/report.html");
    for (const std::string& written : {small.study() + '/', small.study() + "/.", small.folder / "link",
                                       small.folder / "link/../study", small.study() + "/study.toml"}) {
        ASSERT_EQ(run_program({"study", "run", written, "--quiet"}).status, 0) << written;
        EXPECT_EQ(bytes_of(small.study() + "/output/report.html"), report) << written;
    }
    EXPECT_EQ(run_program({"study", "verify", small.folder / "link/output"}).status, 0);
    fs::create_directories(small.folder / "deep/er");
    fs::create_directory_symlink(small.study() + "/output", small.folder / "deep/er/out");
    const ProgramRun linked = run_program({"study", "verify", small.folder / "deep/er/out"});
    EXPECT_EQ(linked.status, 0) << linked.out << linked.err;
}

TEST(StudyVerify, TheFolderOfAStudyThatWasRunLeadsToItsResults) {
    const SmallStudy small;
    ASSERT_EQ(run_program({"study", "run", small.study(), "--quiet"}).status, 0);
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"study", "verify", small.study()},
          std::vector<std::string>{"explain", "P2", "--study", small.study()}}) {
        const ProgramRun run = run_program(command);
        EXPECT_EQ(run.status, 2) << run.err;
        EXPECT_NE(run.err.find("; name " + small.study() + "/output"), std::string::npos) << run.err;
    }
    // A proposition stands for the numbers that its tests look at.
    const ProgramRun explained =
        run_program({"explain", "P2", "--study", small.study() + "/output", "--format", "csv"});
    EXPECT_EQ(explained.status, 0) << explained.err;
    EXPECT_NE(explained.out.find("shares.evenness.1992-1995"), std::string::npos) << explained.out;
}

TEST(StudyVerifyDamage, ATableThatCannotBeReadIsAFindingAmongOthers) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string table = small.output() + "/results/shares.csv";
    small.folder.write("output/results/shares.csv", bytes_of(table) + '"');
    const ProgramRun verify = run_program({"study", "verify", small.output(), "--format", "csv"});
    EXPECT_EQ(verify.status, 1) << verify.err;
    EXPECT_NE(verify.out.find("changed,results/shares.csv,"), std::string::npos) << verify.out;
}

TEST(StudyVerifyDamage, JournalsBesideTheLedgerAreFound) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    for (const char* beside : {"-journal", "-wal", "-shm"}) {
        small.folder.write("output/ledger.sqlite" + std::string(beside), "x");
        const ProgramRun verify = run_program({"study", "verify", small.output(), "--format", "csv", "--files-only"});
        EXPECT_EQ(verify.status, 1) << beside;
        EXPECT_NE(verify.out.find("added,ledger.sqlite" + std::string(beside)), std::string::npos) << verify.out;
        fs::remove(small.output() + "/ledger.sqlite" + beside);
    }
    EXPECT_EQ(run_program({"study", "verify", small.output(), "--files-only"}).status, 0);
}

TEST(StudyVerifyDamage, FilesInFoldersBelowTheResultsAndRowsOfTheLedgerAreFound) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string evil = small.folder.write("output/results/sub/evil.csv", "a\n");
    ProgramRun verify = run_program({"study", "verify", small.output(), "--format", "csv", "--files-only"});
    EXPECT_EQ(verify.status, 1);
    EXPECT_NE(verify.out.find("added,results/sub/evil.csv"), std::string::npos) << verify.out;
    fs::remove_all(small.output() + "/results/sub");
    std::string manifest = bytes_of(small.output() + "/manifest.json");
    const std::size_t at = manifest.find("\"rows\": 0", manifest.find("\"ledger.sqlite\""));
    ASSERT_NE(at, std::string::npos);
    small.folder.write("output/manifest.json", manifest.replace(at, 9, "\"rows\": 3"));
    verify = run_program({"study", "verify", small.output(), "--format", "csv", "--files-only"});
    EXPECT_EQ(verify.status, 1);
    EXPECT_NE(verify.out.find("disagrees,ledger.sqlite"), std::string::npos) << verify.out;
}

}  // namespace study_verify_test
}  // namespace tarazy
