#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace text_lss_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";

TEST(TextLss, DocumentsAndWords) {
    const std::vector<std::string> command = {
        "text",         "lss", testdata + "two_topics.csv", "--seeds", testdata + "two_topics_polarity.csv",
        "--dimensions", "5"};
    const ProgramRun run = run_program(command);
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("doc_id,fit,se,lwr,upr,tokens\nd01,1.")) << run.out;
    std::vector<std::string> words = command, json = command;
    words.push_back("--words");
    EXPECT_TRUE(run_program(words).out.starts_with("feature,polarity,n,seed\nban,"));
    json.insert(json.end(), {"--format", "json"});
    EXPECT_EQ(nlohmann::json::parse(run_program(json).out)["result"]["dimensions"], 5);
}

TEST(TextLss, SentencesOfTextsAreTheContexts) {
    const Folder folder;
    const std::string texts =
        folder.write("t.csv",
                     "doc_id,text\na,\"Peace and trust. Peace and calm.\"\nb,\"War and fear. War and ruin.\"\nc,"
                     "\"Trust and fear.\"\n");
    const ProgramRun run =
        run_program({"text", "lss", texts, "--seeds", folder.write("s.csv", "feature,weight\npeace,1\nwar,-1\n"),
                     "--dimensions", "3", "--min-count", "1", "--remove-punct"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.find("\na,") < run.out.find("\nb,")) << run.out;
}

TEST(TextLss, ASideWithoutSeedsIsRefused) {
    const Folder folder;
    const ProgramRun run = run_program({"text", "lss", testdata + "two_topics.csv", "--seeds",
                                        folder.write("s.csv", "feature,weight\ntreaty,1\nabsent,-1\n")});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("no seed word with a weight below 0 stands in the documents"), std::string::npos) << run.err;
}

}  // namespace text_lss_test
}  // namespace tarazy
