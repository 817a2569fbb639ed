#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace text_topics_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string testdata = TARAZY_SOURCE_DIR "/src/text/testdata/";

ProgramRun two_topics(std::vector<std::string> options) {
    std::vector<std::string> command = {"text",    "topics",    testdata + "two_topics.csv",
                                        "--k",     "2",         "--sweeps",
                                        "300",     "--burn-in", "100",
                                        "--alpha", "0.5",       "--chains",
                                        "2"};
    command.insert(command.end(), options.begin(), options.end());
    return run_program(command);
}

TEST(TextTopics, WordsDocumentsSummaryAndChains) {
    const ProgramRun run = two_topics({});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("topic,rank,feature,probability\ntopic 1,1,")) << run.out;
    EXPECT_TRUE(two_topics({"--show", "documents"}).out.starts_with("doc_id,topic,share\nd01,topic 1,"));
    EXPECT_TRUE(two_topics({"--show", "summary"}).out.starts_with("topic,prevalence,coherence,stability,words,"));
    EXPECT_TRUE(two_topics({"--show", "chains"}).out.starts_with("chain,log_joint,first_half,second_half,"));
    const auto result = nlohmann::json::parse(two_topics({"--format", "json"}).out)["result"];
    EXPECT_EQ(result["topics"].size(), 2U);
    EXPECT_EQ(result["documents"].size(), 24U);
    EXPECT_EQ(result["chains"].size(), 2U);
}

TEST(TextTopics, TheSameAtAnyNumberOfThreads) {
    EXPECT_EQ(two_topics({"--threads", "1"}).out, two_topics({"--threads", "2"}).out);
    EXPECT_NE(two_topics({"--seed", "5"}).out, two_topics({}).out);
}

TEST(TextTopics, Keywords) {
    const ProgramRun run = two_topics({"--keywords", testdata + "two_topics_seeds.csv", "--show", "summary"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("topic,prevalence,coherence,stability,words,alpha,keyword_share\ndisarmament,"))
        << run.out;
    const ProgramRun documents = two_topics({"--keywords", testdata + "two_topics_seeds.csv", "--show", "documents",
                                             "--weights", "none", "--model", "keyatm"});
    EXPECT_TRUE(documents.out.starts_with("doc_id,topic,share\nd01,disarmament,0.")) << documents.out;
    EXPECT_EQ(two_topics({"--model", "keyatm"}).status, 2) << "without keywords";
    EXPECT_EQ(
        two_topics({"--keywords", testdata + "two_topics_seeds.csv", "--seeds", testdata + "two_topics_seeds.csv"})
            .status,
        2);
}

TEST(TextTopics, SeedsAndTheirFaults) {
    const ProgramRun run = two_topics({"--seeds", testdata + "two_topics_seeds.csv", "--show", "summary"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("\ndisarmament,"), std::string::npos) << run.out;
    const Folder folder;
    const ProgramRun wrong = two_topics({"--seeds", folder.write("s.csv", "topic,feature\na,treat\n")});
    EXPECT_EQ(wrong.status, 3);
    EXPECT_NE(wrong.err.find("the seed 'treat' of the topic 'a' fits no feature; did you mean 'treaty'?"),
              std::string::npos)
        << wrong.err;
    EXPECT_EQ(two_topics({"--burn-in", "300"}).status, 2);
}

}  // namespace text_topics_test
}  // namespace tarazy
