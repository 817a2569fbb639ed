#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace data_recode_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

TEST(DataRecode, VotesInRussianWordsAndNamesOfStates) {
    const ProgramRun run = run_program({"data", "recode", TARAZY_SOURCE_DIR "/src/cli/data/testdata/votes_in_words.csv",
                                        "--votes", "Голос", "--states", "iso3", "--column", "Страна"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "rcid,Страна,Голос\n1,KAZ,1\n1,RUS,3\n1,CHN,2\n2,KAZ,1\n2,RUS,2\n2,CHN,\n");
    EXPECT_NE(run.err.find("words were read as votes"), std::string::npos) << run.err;
}

TEST(DataRecode, KazakhAndEnglishWordsIntoANewColumnOfCowNumbers) {
    const Folder folder;
    const std::string file = folder.write("v.csv", "ел,дауыс\nҚазақстан,иә\nРесей,қарсы\nҚытай,Abstain\n");
    const ProgramRun run = run_program(
        {"data", "recode", file, "--votes", "дауыс", "--states", "ccode", "--column", "ел", "--as", "ccode"});
    EXPECT_EQ(run.out, "ел,дауыс,ccode\nҚазақстан,1,705\nРесей,3,365\nҚытай,2,710\n") << run.err;
}

TEST(DataRecode, RulesAreThoseOfTheReadingOption) {
    const Folder folder;
    const std::string file = folder.write("v.csv", "a,b\nx,1\ny,2\n");
    EXPECT_EQ(run_program({"data", "recode", file, "a:x=5,y=6"}).out, "a,b\n5,1\n6,2\n");
}

TEST(DataRecode, WordsThatAreNoVotesAreErrorsByLine) {
    const Folder folder;
    const std::string file = folder.write("v.csv", "state,vote\nKAZ,yes\nRUS,perhaps\nCHN,maybe\n");
    const ProgramRun run = run_program({"data", "recode", file, "--votes", "vote"});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find(":3:2: vote is 'perhaps'"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find(":4:2: vote is 'maybe'"), std::string::npos) << run.err;
    EXPECT_EQ(run_program({"data", "recode", file}).status, 2);
    EXPECT_EQ(run_program({"data", "recode", file, "--states", "iso3"}).status, 2);
}

}  // namespace data_recode_test
}  // namespace tarazy
