// What a study's results survive: changed cells are found, a killed run leaves the last results in place.

#include "base/random.hpp"
#include "cli/study/small_study_test.hpp"
#include "ledger/output_folder.hpp"
#include "ledger/verify.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <thread>

namespace tarazy {
namespace study_robustness_test {

namespace fs = std::filesystem;
using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::SmallStudy;

/// The text with one cell below the header changed to another value of the same kind.
std::string with_one_cell_changed(const std::string& csv, Random& random) {
    std::vector<std::size_t> starts;  // of cells; our fixtures and results quote cells with commas only in text
    bool quoted = false, header = true;
    for (std::size_t i = 0; i + 1 < csv.size(); ++i) {
        if (csv[i] == '"') quoted = !quoted;
        if (quoted) continue;
        if (csv[i] == '\n') header = false;
        if (!header && (csv[i] == ',' || csv[i] == '\n')) starts.push_back(i + 1);
    }
    std::string changed = csv;
    const std::size_t at = starts.at(random.below(starts.size()));
    char& first = changed[at];
    if (first >= '0' && first <= '8') {
        ++first;
    } else if (first == '9') {
        first = '8';
    } else if (first == '"') {
        changed.insert(at + 1, "x");
    } else {
        changed.insert(at, "1");  // an empty cell is filled, a text and a negative number altered
    }
    return changed;
}

std::vector<std::string> tables_of(const SmallStudy& study) {
    std::vector<std::string> files = {study.study() + "/votes.csv", study.study() + "/rolls.csv"};
    for (const auto& entry : fs::directory_iterator(study.output() + "/results")) {
        if (entry.path().extension() == ".csv") files.push_back(entry.path().string());
    }
    std::ranges::sort(files);
    return files;
}

TEST(StudyVerify, TwoHundredChangedCellsAreAllFound) {
    const SmallStudy study;
    const ProgramRun run = study.run();
    ASSERT_EQ(run.status, 0) << run.err;
    const ProgramRun untouched = study.verify();
    ASSERT_EQ(untouched.status, 0) << untouched.out << untouched.err;
    const std::vector<std::string> files = tables_of(study);
    ASSERT_GE(files.size(), 4u);
    Random random(1991, "changed cells", 0);
    for (int i = 0; i < 200; ++i) {
        const std::string& file = files[random.below(files.size())];
        const std::string bytes = bytes_of(file);
        const std::string changed = with_one_cell_changed(bytes, random);
        std::ofstream(file, std::ios::binary) << changed;
        const ProgramRun verify = study.verify();
        EXPECT_EQ(verify.status, 1) << i << ": " << file << '\n' << verify.out << verify.err;
        EXPECT_NE((verify.out + verify.err).find(fs::path(file).filename().string()), std::string::npos) << file;
        const bool result = file.find("/results/") != std::string::npos;
        EXPECT_EQ(verify.out.find("\ncell,") != std::string::npos, result) << verify.out;
        std::ofstream(file, std::ios::binary) << bytes;
    }
    EXPECT_EQ(study.verify().status, 0);
}

TEST(StudyRun, AHundredKillsLeaveTheStoreSoundAndTheLastReportInPlace) {
    const SmallStudy study;
    ASSERT_EQ(study.run().status, 0);
    const auto start = std::chrono::steady_clock::now();
    ASSERT_EQ(study.run().status, 0);  // with what the first run has kept, as the runs to be killed
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    Random random(1991, "moments of the kills", 0);
    int killed = 0;
    for (int i = 0; i < 100; ++i) {
        const auto moment = random.below(static_cast<std::uint64_t>(whole.count()) * 5 / 4 + 1);
        const char* const language = std::array{"en", "kk", "ru"}[static_cast<std::size_t>(i) % 3];
        killed += testing_program::kill_program(study.command(language), std::chrono::microseconds(moment)) ? 1 : 0;
        recover(study.output());
        EXPECT_FALSE(open_results(study.output()).claims.empty()) << i;
        EXPECT_TRUE(bytes_of(study.output() + "/report.html").starts_with("<!")) << i;
        const Verification verification = verify_files(study.output());
        ASSERT_TRUE(verification.sound()) << i << ": " << verification.findings.at(0).what;
    }
    EXPECT_GT(killed, 0);
    const ProgramRun verify = study.verify();
    EXPECT_EQ(verify.status, 0) << verify.out << verify.err;
    EXPECT_EQ(study.run().status, 0);
}

TEST(StudyVerify, ReportThatOpensInAnotherLanguageVerifiesToo) {
    const SmallStudy study;
    ASSERT_EQ(testing_program::run_program(study.command("kk")).status, 0);
    const ProgramRun verify = study.verify();
    EXPECT_EQ(verify.status, 0) << verify.out << verify.err;
}

TEST(StudyRun, TwoAtOnceInOneFolderLeaveOneRunWholeAndTurnTheOtherAway) {
    const SmallStudy study;
    const Folder logs;
    const pid_t first = testing_program::start_program(study.command(), logs / "a", logs / "b");
    const ProgramRun second = study.run();
    int state = 0;
    ::waitpid(first, &state, 0);
    EXPECT_TRUE(second.status == 0 || (second.status == 4 && second.err.find("another run") != std::string::npos))
        << second.status << second.err;
    EXPECT_EQ(study.verify().status, 0);
}

TEST(StudyRun, FullDiskIsReportedAndLeavesTheLastResults) {
    const SmallStudy study;
    ASSERT_EQ(study.run().status, 0);
    const std::string before = bytes_of(study.output() + "/manifest.json");
    for (const rlim_t limit : {100u, 10'000u, 100'000u}) {
        const ProgramRun run = testing_program::run_program(study.command("ru"), limit);
        EXPECT_EQ(run.status, 4) << limit << run.err;
        EXPECT_NE(run.err, "");
        EXPECT_EQ(bytes_of(study.output() + "/manifest.json"), before);
    }
    EXPECT_EQ(study.verify().status, 0);
}

}  // namespace study_robustness_test
}  // namespace tarazy
