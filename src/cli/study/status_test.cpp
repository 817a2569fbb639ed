#include "cli/study/small_study_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace study_status_command_test {

namespace fs = std::filesystem;
using namespace testing_program;

ProgramRun status_of(const SmallStudy& small, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"study", "status", small.study(), "--run", small.output(), "--format", "csv"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
}

TEST(StudyStatusCommand, FreshAfterARunStaleAfterAChangeAndTheStatusSaysSo) {
    const SmallStudy small;
    const ProgramRun before = status_of(small);
    EXPECT_EQ(before.status, 1);
    EXPECT_NE(before.err.find("no run of it in " + small.output()), std::string::npos) << before.err;
    EXPECT_NE(before.out.find("analysis,shares,not run,"), std::string::npos) << before.out;
    ASSERT_EQ(small.run().status, 0);
    const ProgramRun after = status_of(small);
    EXPECT_EQ(after.status, 0) << after.out << after.err;
    EXPECT_TRUE(after.out.starts_with("kind,id,state,because,why\nfile,study.toml,fresh,,\n")) << after.out;
    EXPECT_NE(after.out.find("figure,balance,fresh"), std::string::npos) << after.out;
    std::string toml = bytes_of(small.study() + "/study.toml");
    toml.replace(toml.find("bootstrap = 20"), 14, "bootstrap = 40");
    small.folder.write("study/study.toml", toml);
    const ProgramRun changed = status_of(small, {"-q"});
    EXPECT_EQ(changed.status, 1);
    EXPECT_NE(changed.out.find("analysis,similarity,stale,parameter,parameter 'bootstrap' changed from 20 to 40"),
              std::string::npos)
        << changed.out;
    EXPECT_NE(changed.out.find("analysis,shares,fresh"), std::string::npos) << changed.out;
    EXPECT_EQ(changed.err, "");
}

TEST(StudyStatusCommand, OutputNamesTheRunWhereItIsAFolderAndTheTableOtherwise) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const ProgramRun folder = run_program({"study", "status", small.study(), "--output", small.output()});
    EXPECT_EQ(folder.status, 0) << folder.out << folder.err;
    const std::string file = small.folder / "status.json";
    EXPECT_EQ(run_program({"study", "status", small.study(), "--run", small.output(), "-o", file}).status, 0);
    EXPECT_NE(bytes_of(file).find("\"state\": \"fresh\""), std::string::npos) << bytes_of(file).substr(0, 600);
}

TEST(StudyStatusCommand, TheGraphIsAnEdgeListThatNetworkMeasuresReads) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    const std::string file = small.folder / "graph.csv";
    ASSERT_EQ(
        run_program({"study", "status", small.study(), "--run", small.output(), "--show", "graph", "-o", file}).status,
        0);
    const std::string graph = bytes_of(file);
    EXPECT_TRUE(graph.starts_with("from,to,kind\nfile:study.toml,analysis:similarity,settings\n")) << graph;
    EXPECT_NE(graph.find("file:votes.csv,analysis:shares,read\n"), std::string::npos) << graph;
    EXPECT_NE(graph.find("analysis:shares,proposition:P2,tested\n"), std::string::npos) << graph;
    const ProgramRun measures = run_program({"network", "measures", "--edges", file, "--directed", "--format", "csv"});
    EXPECT_EQ(measures.status, 0) << measures.err;
}

TEST(StudyStatusCommand, AMissingFileAnEditedResultAndADamagedRunAreTold) {
    const SmallStudy small;
    ASSERT_EQ(small.run().status, 0);
    fs::rename(small.study() + "/votes.csv", small.study() + "/elsewhere.csv");
    const ProgramRun missing = status_of(small);
    EXPECT_EQ(missing.status, 1) << missing.err;
    EXPECT_NE(missing.out.find("file,votes.csv,missing,input,the file 'votes.csv' is not there"), std::string::npos)
        << missing.out;
    fs::rename(small.study() + "/elsewhere.csv", small.study() + "/votes.csv");
    small.folder.write("output/results/study.json", bytes_of(small.output() + "/results/study.json") + " ");
    const ProgramRun edited = status_of(small);
    EXPECT_EQ(edited.status, 1);
    EXPECT_NE(edited.out.find("analysis,shares,stale,record,"), std::string::npos) << edited.out;
    small.folder.write("output/manifest.json", "{");
    EXPECT_EQ(status_of(small).status, 3);
    EXPECT_EQ(run_program({"study", "status", small.folder / "nowhere"}).status, 4);
}

TEST(StudyStatusCommand, NamesWithBlanksAndOtherLetters) {
    const SmallStudy small;
    const std::string study = small.folder / "Қазақстан study";
    fs::rename(small.study(), study);
    ::setenv("TMPDIR", study.c_str(), 1);
    fs::rename(study + "/votes.csv", study + "/дауыстар 1.csv");
    std::string toml = bytes_of(study + "/study.toml");
    toml.replace(toml.find("\"votes.csv\""), 11, "\"дауыстар 1.csv\"");
    small.folder.write("Қазақстан study/study.toml", toml);
    ASSERT_EQ(run_program({"study", "run", study, "--quiet"}).status, 0);
    const ProgramRun status = run_program({"study", "status", study, "--format", "csv"});
    EXPECT_EQ(status.status, 0) << status.out << status.err;
    EXPECT_NE(status.out.find("file,дауыстар 1.csv,fresh"), std::string::npos) << status.out;
}

}  // namespace study_status_command_test
}  // namespace tarazy
