#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace text_wordfish_test {

using testing_program::ProgramRun;
using testing_program::run_program;

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";

ProgramRun lbg_wordfish(std::vector<std::string> options) {
    std::vector<std::string> command = {"text", "wordfish", testdata + "lbg_counts.csv", "--direction", "R1,R5"};
    command.insert(command.end(), options.begin(), options.end());
    return run_program(command);
}

TEST(TextWordfish, PositionsAndTheCertificate) {
    const ProgramRun run = lbg_wordfish({});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("doc_id,theta,se,alpha,se_conditional,lwr,upr\nR1,-1.3572")) << run.out;
    EXPECT_NE(run.err.find("objective 21180.70006"), std::string::npos) << run.err;
    const auto result = nlohmann::json::parse(lbg_wordfish({"--format", "json"}).out)["result"];
    EXPECT_NEAR(result["objective"].get<double>(), 21180.700066, 1e-5);
    EXPECT_LT(result["kkt_residual"].get<double>(), 1e-6);
    EXPECT_EQ(result["converged"], true);
    EXPECT_EQ(result["documents"].size(), 6U);
    EXPECT_EQ(result["words"].size(), 37U);
    EXPECT_TRUE(lbg_wordfish({"--words"}).out.starts_with("feature,beta,psi,se,psi_se\nA,"));
}

TEST(TextWordfish, TheSameAtAnyNumberOfThreads) {
    EXPECT_EQ(lbg_wordfish({"--threads", "1"}).out, lbg_wordfish({"--threads", "2"}).out);
}

TEST(TextWordfish, DocumentsAndSentencesAreDrawn) {
    const ProgramRun one = lbg_wordfish({"--bootstrap", "10", "--threads", "1", "--format", "csv"});
    ASSERT_EQ(one.status, 0) << one.err;
    EXPECT_TRUE(
        one.out.starts_with("doc_id,theta,se,alpha,se_conditional,lwr,upr,boot_se,boot_lwr,boot_upr,replicates"
                            "\nR1,"))
        << one.out;
    EXPECT_EQ(one.out, lbg_wordfish({"--bootstrap", "10", "--threads", "2", "--format", "csv"}).out);
    EXPECT_TRUE(lbg_wordfish({"--bootstrap", "10", "--words"})
                    .out.starts_with("feature,beta,psi,se,psi_se,boot_se,boot_lwr,boot_upr,replicates\nA,"));
    EXPECT_EQ(lbg_wordfish({"--bootstrap", "10", "--resample", "sentences"}).status, 2) << "counts have no sentences";
    const ProgramRun sentences =
        run_program({"text", "wordfish", TARAZY_SOURCE_DIR "/examples/short-speeches/speeches.csv", "--bootstrap", "5",
                     "--resample", "sentences", "--no-errors", "--format", "csv"});
    EXPECT_EQ(sentences.status, 0) << sentences.err;
}

TEST(TextWordfish, EndsWithStatus1WhenItHasNotConverged) {
    const ProgramRun run = lbg_wordfish({"--iterations", "1"});
    EXPECT_EQ(run.status, 1);
    EXPECT_NE(run.err.find("not converged"), std::string::npos) << run.err;
}

TEST(TextWordfish, FaultsAreNamed) {
    EXPECT_EQ(run_program({"text", "wordfish", testdata + "lbg_counts.csv", "--direction", "R1"}).status, 2);
    const ProgramRun unknown = run_program({"text", "wordfish", testdata + "lbg_counts.csv", "--direction", "R1,R55"});
    EXPECT_EQ(unknown.status, 3);
    EXPECT_NE(unknown.err.find("no document with counts is called 'R55'"), std::string::npos) << unknown.err;
    const ProgramRun rare = lbg_wordfish({"--min-count", "100000"});
    EXPECT_EQ(rare.status, 3);
    EXPECT_NE(rare.err.find("lower --min-count"), std::string::npos) << rare.err;
    const ProgramRun mixed = run_program({"text", "wordfish", testdata + "four_languages.csv", "--no-errors"});
    EXPECT_NE(mixed.err.find("documents are in different languages"), std::string::npos) << mixed.err;
}

}  // namespace text_wordfish_test
}  // namespace tarazy
