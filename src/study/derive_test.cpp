#include "study/derive.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace derive_test {

TEST(Derive, WritesTheTablesAndHowTheyWereMade) {
    const ExampleStudy example;
    example.ship_results();
    const Variable raw("TARAZY_TEST_RAW", example.beside("raw"));
    const StudyFile study = read_study_file_alone(example.folder(), all_methods());
    const auto files = derive_study(study, all_methods());
    EXPECT_EQ(files.size(), 4u);  // shares, its summary, similarity, provenance; the chronology reads shipped files
    const std::string provenance = read_file(example / "data/derived/provenance.json");
    EXPECT_NE(provenance.find("\"command\": \"tarazy study derive example\""), std::string::npos) << provenance;
    EXPECT_NE(provenance.find("\"path\": \"$TARAZY_TEST_RAW/votes.csv\""), std::string::npos);
    EXPECT_EQ(provenance.find(example.folder()), std::string::npos) << "no place of this machine";
    const std::string again = [&] {
        (void)derive_study(study, all_methods());
        return read_file(example / "data/derived/provenance.json");
    }();
    EXPECT_EQ(again, provenance);
}

TEST(Derive, TablesOfAnalysesThatAreGoneAreRemovedAndOtherFilesStay) {
    const ExampleStudy example;
    example.ship_results();
    const Variable raw("TARAZY_TEST_RAW", example.beside("raw"));
    (void)derive_study(read_study_file_alone(example.folder(), all_methods()), all_methods());
    write_file_atomically(example / "data/derived/README.md", "mine");
    example.edit("study.toml", "id = \"similarity\"", "id = \"likeness\"");
    (void)derive_study(read_study_file_alone(example.folder(), all_methods()), all_methods());
    EXPECT_FALSE(std::filesystem::exists(example / "data/derived/similarity.csv"));
    EXPECT_TRUE(std::filesystem::exists(example / "data/derived/likeness.csv"));
    EXPECT_TRUE(std::filesystem::exists(example / "data/derived/README.md"));
}

TEST(Derive, EveryMissingRawFileIsNamed) {
    const ExampleStudy example;
    example.ship_results();
    const std::string what = complaint_of(
        [&] { (void)derive_study(read_study_file_alone(example.folder(), all_methods()), all_methods()); });
    EXPECT_NE(what.find("'$TARAZY_TEST_RAW/votes.csv' is not there"), std::string::npos) << what;
    EXPECT_NE(what.find("'$TARAZY_TEST_RAW/roll_calls.csv' is not there"), std::string::npos) << what;
}

TEST(Derive, AStudyThatShipsNoResultsSaysSo) {
    const ExampleStudy example;
    EXPECT_NE(complaint_of([&] { (void)derive_study(example.read(), all_methods()); }).find("a folder as fallback"),
              std::string::npos);
}

TEST(StudyDerive, AStopLeavesTheFormerTables) {
    const ExampleStudy example;
    example.ship_results();
    const Variable raw("TARAZY_TEST_RAW", example.beside("raw"));
    const StudyFile study = read_study_file_alone(example.folder(), all_methods());
    const std::vector<std::string> files = derive_study(study, all_methods());
    std::vector<std::string> before;
    for (const std::string& file : files) before.push_back(read_file(file));
    std::stop_source stop;
    int told = 0;
    const Work work(stop.get_token(), [&](const Progress&) {
        if (++told == 4) stop.request_stop();
    });
    EXPECT_THROW((void)derive_study(study, all_methods(), {.work = work}), Interrupted);
    for (std::size_t i = 0; i < files.size(); ++i) EXPECT_EQ(read_file(files[i]), before[i]) << files[i];
}

}  // namespace derive_test
}  // namespace tarazy
