#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_collocations_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string speeches = TARAZY_SOURCE_DIR "/examples/short-speeches/speeches.csv";

TEST(TextCollocations, WordsThatStandTogether) {
    const ProgramRun run = run_program({"text", "collocations", speeches, "--format", "csv"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("collocation,count,lambda,z,pmi,npmi,log_dice\n"));
    EXPECT_NE(run.out.find("\ntest site,4,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\nnuclear weapons,4,"), std::string::npos) << run.out;
    const ProgramRun three = run_program({"text", "collocations", speeches, "--size", "3", "--format", "csv"});
    EXPECT_NE(three.out.find("\nthe test site,3,"), std::string::npos) << three.out;
}

TEST(TextCollocations, NoneAcrossPunctuationUnlessItIsTakenAway) {
    const Folder folder;
    const std::string texts = folder.write("t.csv", "doc_id,text\na,peace. war. peace. war\n");
    const ProgramRun kept = run_program({"text", "collocations", texts, "--format", "csv"});
    EXPECT_EQ(kept.status, 0);
    EXPECT_EQ(kept.out, "collocation,count,lambda,z,pmi,npmi,log_dice\n");
    EXPECT_NE(kept.err.find("lower --min-count"), std::string::npos) << kept.err;
    const ProgramRun taken = run_program({"text", "collocations", texts, "--remove-punct", "--format", "csv"});
    EXPECT_NE(taken.out.find("peace war,2,"), std::string::npos) << taken.out;
}

TEST(TextCollocations, BadInput) {
    EXPECT_EQ(run_program({"text", "collocations", speeches, "--size", "9"}).status, 2);
    EXPECT_EQ(run_program({"text", "collocations", speeches, "--smoothing", "0"}).status, 2);
    const Folder folder;
    EXPECT_EQ(run_program({"text", "collocations", folder.write("n.csv", "doc_id,feature,n\na,peace,4\n")}).status, 3);
}

}  // namespace text_collocations_test
}  // namespace tarazy
