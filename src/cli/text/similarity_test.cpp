#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_similarity_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

TEST(TextSimilarity, ARowAPair) {
    const Folder folder;
    const std::string counts =
        folder.write("n.csv", "doc_id,feature,n\na,peace,3\na,war,4\nb,peace,4\nb,trade,3\nc,war,1\n");
    const ProgramRun run = run_program({"text", "similarity", counts, "--format", "csv"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "a,b,cosine\na,b,0.48\na,c,0.8\nb,c,0\n");
    EXPECT_EQ(run_program({"text", "similarity", counts, "--measure", "overlap", "--format", "csv"}).out,
              "a,b,overlap\na,b,0.5\na,c,1\nb,c,0\n");
}

TEST(TextSimilarity, OneDocumentMakesNoPair) {
    const Folder folder;
    const ProgramRun run = run_program({"text", "similarity", folder.write("n.csv", "doc_id,feature,n\na,peace,3\n")});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("one document makes no pair"), std::string::npos) << run.err;
}

}  // namespace text_similarity_test
}  // namespace tarazy
