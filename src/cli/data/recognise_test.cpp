#include "analyses/write_study/recognise/layout_samples_test.hpp"
#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>

namespace tarazy {
namespace data_recognise_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

/// The lines that are advised for a file, as words.
nlohmann::json advised(const std::string& path) {
    const ProgramRun run = run_program({"data", "recognise", path, "--format", "json"});
    EXPECT_EQ(run.status, 0) << path << run.err;
    return nlohmann::json::parse(run.out)["result"].at(0);
}

/// Runs a line with the files that it writes and reads again in a folder of the test's own.
ProgramRun run_line(const nlohmann::json& line, const Folder& folder) {
    std::vector<std::string> words;
    for (std::size_t k = 1; k < line.size(); ++k) {
        std::string word = line[k];
        for (const char* made : {"_made.csv", "_chosen.csv"}) {
            const std::size_t end = word.find(made);
            if (end == std::string::npos) continue;
            const std::size_t begin = word.rfind('=', end) == std::string::npos ? 0 : word.rfind('=', end) + 1;
            word = word.substr(0, begin) + (folder / word.substr(begin));
        }
        words.push_back(word);
    }
    return run_program(words);
}

class EverySample : public testing::TestWithParam<std::string> {};

TEST_P(EverySample, TheAdvisedCommandsRunAndGiveSomething) {
    const nlohmann::json found = advised(sample_path(GetParam()));
    ASSERT_FALSE(found["commands"].empty());
    for (const auto& commands : found["commands"]) {
        const Folder folder;
        ProgramRun last;
        for (const auto& line : commands["lines"]) {
            last = run_line(line, folder);
            ASSERT_EQ(last.status, 0) << line << '\n' << last.err;
        }
        EXPECT_GT(std::count(last.out.begin(), last.out.end(), '\n'), 1) << commands["shell"] << '\n' << last.err;
    }
}

std::vector<std::string> sample_files() {
    std::vector<std::string> files;
    for (const auto& [file, id] : layout_samples()) files.push_back(file);
    return files;
}

INSTANTIATE_TEST_SUITE_P(DataRecognise, EverySample, testing::ValuesIn(sample_files()), [](const auto& sample) {
    std::string name = sample.param;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
    return name;
});

TEST(DataRecognise, SaysWhatAFileIsItsVersionAndItsCoverage) {
    const ProgramRun run = run_program({"data", "recognise", sample_path("cow_nmc.csv"), "--format", "table"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("Correlates of War: national material capabilities"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("version   6.0"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("110 rows, 5 states, 1995–2016"), std::string::npos) << run.out;
}

TEST(DataRecognise, SeveralFilesAreARowEach) {
    const ProgramRun run = run_program(
        {"data", "recognise", sample_path("wdi.csv"), sample_path("gdelt2.tsv"), "--head", "--format", "csv"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find(",wdi,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find(",gdelt2,"), std::string::npos) << run.out;
}

TEST(DataRecognise, OfAnUnknownFileWhatItLacks) {
    const Folder folder;
    const std::string file = folder.write("mine.csv", "rcid,ccode,ballot\n1,2,1\n1,365,3\n");
    const ProgramRun run = run_program({"data", "recognise", file, "--format", "table"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("not known"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("lacks"), std::string::npos) << run.out;
    EXPECT_EQ(run_program({"data", "recognise", folder / "nowhere.csv"}).status, 4);
}

TEST(DataRecognise, AFileThatIsNoTableIsToldAsAFault) {
    const Folder folder;
    const std::string file = folder.write("ragged.csv", "a,b\n1,2\n3\n4,5,6,7\n");
    const ProgramRun run = run_program({"data", "recognise", file, "--format", "table"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("fault"), std::string::npos) << run.out;
}

}  // namespace data_recognise_test
}  // namespace tarazy
