#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_diversity_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

TEST(TextDiversity, ARowADocumentWithoutPunctuation) {
    const Folder folder;
    const std::string texts = folder.write("t.csv", "doc_id,text\na,\"Peace, peace, and trade.\"\nb,\n");
    const ProgramRun run = run_program({"text", "diversity", texts, "--format", "csv", "--digits", "4"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with(
        "doc_id,tokens,types,TTR,C,R,CTTR,U,S,K,D,Maas,lgV0,lgeV0,I,Vm,MATTR,MSTTR,MTLD\na,4,3,0.75,"))
        << run.out;
    EXPECT_NE(run.out.find("\nb,0,0,,"), std::string::npos) << run.out;
    const ProgramRun kept = run_program({"text", "diversity", texts, "--keep-punct", "--format", "csv"});
    EXPECT_NE(kept.out.find("\na,7,5,"), std::string::npos) << kept.out;
}

TEST(TextDiversity, MeasuresThatFollowTheOrder) {
    const Folder folder;
    const std::string texts = folder.write("t.csv", "doc_id,text\na,of the people by the people for the people\n");
    const ProgramRun run =
        run_program({"text", "diversity", texts, "--window", "4", "--segment", "4", "--format", "csv"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find(",0.875,9\n"), std::string::npos) << run.out;
    const ProgramRun counts =
        run_program({"text", "diversity", folder.write("n.csv", "doc_id,feature,n\na,peace,3\n"), "--format", "csv"});
    EXPECT_NE(counts.err.find("counts have no order"), std::string::npos) << counts.err;
    EXPECT_NE(counts.out.find(",,,\n"), std::string::npos) << counts.out;
}

TEST(TextDiversity, WeightsAreRefused) {
    const Folder folder;
    const ProgramRun run = run_program({"text", "diversity", folder.write("n.csv", "doc_id,feature,n\na,peace,1.5\n")});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("is not whole"), std::string::npos) << run.err;
}

}  // namespace text_diversity_test
}  // namespace tarazy
