#include "cli/study/unchanged_run.hpp"

#include "cli/study/small_study_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace unchanged_run_test {

namespace fs = std::filesystem;
using namespace testing_program;

ProgramRun run_of(const SmallStudy& small, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"study", "run", small.study(), "--output", small.output()};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
}

bool stayed(const ProgramRun& run) {
    return run.err.find("nothing has changed since the last run") != std::string::npos;
}

TEST(UnchangedRun, ResultsThatWouldBeTheSameStayAsTheyAreAndItIsSaid) {
    const SmallStudy small;
    const ProgramRun first = run_of(small);
    ASSERT_EQ(first.status, 0) << first.err;
    EXPECT_FALSE(stayed(first));
    const std::string manifest = bytes_of(small.output() + "/manifest.json");
    const auto written = fs::last_write_time(small.output() + "/report.html");
    const ProgramRun second = run_of(small);
    EXPECT_EQ(second.status, 0) << second.err;
    EXPECT_TRUE(stayed(second)) << second.err;
    EXPECT_EQ(bytes_of(small.output() + "/manifest.json"), manifest);
    EXPECT_EQ(fs::last_write_time(small.output() + "/report.html"), written);
    // All that the first run told of data, claims and files, and the place of the report.
    const auto claims = first.err.find(" claims, ");
    ASSERT_NE(claims, std::string::npos) << first.err;
    const std::string line = first.err.substr(first.err.rfind('\n', claims) + 1, 20);
    EXPECT_NE(second.err.find(line), std::string::npos) << first.err << second.err;
    EXPECT_NE(second.err.find("open " + small.output() + "/report.html"), std::string::npos) << second.err;
    EXPECT_EQ(small.verify().status, 0);
}

TEST(UnchangedRun, WhateverChangedTheStudyIsRunAgain) {
    const SmallStudy small;
    ASSERT_EQ(run_of(small).status, 0);
    const auto runs_again = [&](const std::string& after, const std::vector<std::string>& more = {}) {
        const ProgramRun run = run_of(small, more);
        EXPECT_EQ(run.status, 0) << after << ": " << run.err;
        EXPECT_FALSE(stayed(run)) << after;
        if (more.empty()) {
            EXPECT_TRUE(stayed(run_of(small))) << after;
        }
    };
    runs_again("no cache", {"--no-cache"});
    runs_again("language", {"--language", "kk"});
    runs_again("language back");
    const std::string toml = bytes_of(small.study() + "/study.toml"), votes = bytes_of(small.study() + "/votes.csv");
    small.folder.write("study/study.toml", toml + "\n# a remark\n");
    runs_again("a remark in the study file");
    small.folder.write("study/votes.csv", votes + "32,712,1\n");
    runs_again("a row of the data");
    const std::string report = bytes_of(small.output() + "/report.html");
    small.folder.write("output/report.html", report + " ");
    runs_again("a result changed by hand");
    EXPECT_EQ(bytes_of(small.output() + "/report.html"), report);
    fs::remove(small.output() + "/ledger.sqlite");
    runs_again("a result removed");
    small.folder.write("output/manifest.json", "{}");
    EXPECT_FALSE(stayed(run_of(small))) << "a manifest of nobody";
}

TEST(UnchangedRun, AFileAmongTheResultsThatNoRunWroteIsNotPassedOver) {
    const SmallStudy small;
    ASSERT_EQ(run_of(small).status, 0);
    small.folder.write("output/results/mine.csv", "a\n1\n");
    EXPECT_FALSE(stayed(run_of(small)));
    small.folder.write("output/mine.txt", "beside the results");
    fs::remove(small.output() + "/results/mine.csv");
    EXPECT_TRUE(stayed(run_of(small)));
}

}  // namespace unchanged_run_test
}  // namespace tarazy
