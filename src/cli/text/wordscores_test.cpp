#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace text_wordscores_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";

ProgramRun lbg_wordscores(std::vector<std::string> options) {
    std::vector<std::string> command = {"text", "wordscores", testdata + "lbg_counts.csv", "--scores",
                                        testdata + "lbg_scores.csv"};
    command.insert(command.end(), options.begin(), options.end());
    return run_program(command);
}

TEST(TextWordscores, ThePublishedExample) {
    const ProgramRun run = lbg_wordscores({});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("doc_id,fit,se,lwr,upr,tokens,scored_share\nV1,-0.44805907661771")) << run.out;
    const ProgramRun json = lbg_wordscores({"--rescale", "mv", "--format", "json"});
    const auto result = nlohmann::json::parse(json.out)["result"];
    EXPECT_NEAR(result["texts"][0]["fit"].get<double>(), -0.509957230983983, 1e-9);
    EXPECT_EQ(result["words"].size(), 37U);
    EXPECT_TRUE(lbg_wordscores({"--words"}).out.starts_with("feature,score,n\nA,-1.5,2\n"));
}

TEST(TextWordscores, LbgOfOneVirginTextIsRefused) {
    const ProgramRun run = lbg_wordscores({"--rescale", "lbg"});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("give at least two virgin texts, or take --rescale mv or none"), std::string::npos)
        << run.err;
    EXPECT_EQ(lbg_wordscores({"--rescale", "lbg", "--references-too"}).status, 0);
}

TEST(TextWordscores, SentencesAreDrawn) {
    const Folder folder;
    std::string csv = "doc_id,text\n";
    for (const char* text : {"l,left left left. right left. left and left.", "r,right right. right left right. right.",
                             "v,left right. right right. left left and. right."})
        csv += std::string(text) + "\n";
    const std::string texts = folder.write("t.csv", csv), scores = folder.write("s.csv", "doc_id,score\nl,-1\nr,1\n");
    const auto run = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"text", "wordscores", texts, "--scores", scores, "--remove-punct",
                                         "--bootstrap", "100", "--format", "csv"});
        return run_program(options);
    };
    const ProgramRun one = run({"--threads", "1"});
    ASSERT_EQ(one.status, 0) << one.err;
    EXPECT_TRUE(
        one.out.starts_with("doc_id,fit,se,lwr,upr,tokens,scored_share,boot_se,boot_lwr,boot_upr,replicates\n"
                            "v,"))
        << one.out;
    EXPECT_NE(one.out.find(",8,1,"), std::string::npos) << "marks end sentences but are not counted: " << one.out;
    EXPECT_EQ(one.out, run({"--threads", "2"}).out);
    EXPECT_NE(one.out, run({"--seed", "9"}).out);
    EXPECT_EQ(lbg_wordscores({"--bootstrap", "10"}).status, 2) << "counts have no sentences";
}

TEST(TextWordscores, AnUnknownReferenceIsNamedWithItsLine) {
    const Folder folder;
    const ProgramRun run = run_program({"text", "wordscores", testdata + "lbg_counts.csv", "--scores",
                                        folder.write("s.csv", "doc_id,score\nR1,-1\nR7,1\n")});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("s.csv:3:1: no document is called 'R7'"), std::string::npos) << run.err;
}

}  // namespace text_wordscores_test
}  // namespace tarazy
