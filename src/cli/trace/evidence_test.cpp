#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace trace_evidence_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string examples = TARAZY_SOURCE_DIR "/examples/silver-blaze/";
const std::string model = examples + "silver_blaze.toml";

TEST(TraceEvidence, ARowForEachClueAndExplanation) {
    const ProgramRun run = run_program({"trace", "evidence", model});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("clue,hypothesis,likelihood,weight_db,posterior,posterior_low,posterior_high,"));
    EXPECT_NE(run.out.find("\ndog,straker,0.95,9.777"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("clue 'sheep' does not count: another of group 'surgery' is stronger"), std::string::npos);
}

TEST(TraceEvidence, TheModelAndTheThreeTablesSayTheSame) {
    for (const char* show : {"ladder", "bounds", "tornado", "planner", "weights"}) {
        const ProgramRun one = run_program({"trace", "evidence", model, "--show", show, "--draws", "500"});
        const ProgramRun three = run_program(
            {"trace", "evidence", "--hypotheses", examples + "hypotheses.csv", "--clues", examples + "clues.csv",
             "--likelihoods", examples + "likelihoods.csv", "--show", show, "--draws", "500", "--threads", "1"});
        EXPECT_EQ(one.status, 0) << one.err;
        EXPECT_EQ(one.out, three.out) << show << three.err;
    }
}

TEST(TraceEvidence, JsonHoldsEverythingAndTheReferenceIsRead) {
    const ProgramRun run =
        run_program({"trace", "evidence", TARAZY_SOURCE_DIR "/src/trace/testdata/process_tracing.json", "--set",
                     "van_evera", "--format", "json", "--draws", "200"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto result = nlohmann::json::parse(run.out)["result"];
    EXPECT_NEAR(result["posterior"]["H"].get<double>(), 0.9990774907749078, 1e-12);
    EXPECT_NEAR(result["evidence"][3]["weight_db"]["H:notH"].get<double>(), 16.766936096248667, 1e-12);
    EXPECT_EQ(result["leader"], "H");
    for (const char* part : {"bounds", "draws", "tornado", "planner", "ladder", "scoreboard", "decibels_to_reverse"})
        EXPECT_TRUE(result.contains(part)) << part;
}

TEST(TraceEvidence, ASetOfSeveralIsChosen) {
    const std::string rivals = TARAZY_SOURCE_DIR "/src/trace/testdata/rivals_";
    const std::vector<std::string> command = {
        "trace",   "evidence",           "--hypotheses",  rivals + "hypotheses.csv",
        "--clues", rivals + "clues.csv", "--likelihoods", rivals + "likelihoods.csv"};
    const ProgramRun unchosen = run_program(command);
    EXPECT_EQ(unchosen.status, 3);
    EXPECT_NE(unchosen.err.find("several sets of rival hypotheses: motives, theories"), std::string::npos)
        << unchosen.err;
    std::vector<std::string> chosen = command;
    chosen.insert(chosen.end(), {"--set", "motives", "--show", "bounds", "--shape", "pert"});
    EXPECT_NE(run_program(chosen).out.find("norm,1,0.3,"), std::string::npos) << run_program(chosen).out;
}

TEST(TraceEvidence, WrongInputIsNamedAtItsPlace) {
    const Folder folder;
    const std::string wrong =
        folder.write("m.toml", "prior = { a = 0.5, b = 0.6 }\n[[clue]]\nid = 'x'\nlikelihood = { a = 1.5, b = 0.1 }\n");
    const ProgramRun run = run_program({"trace", "evidence", wrong});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("m.toml:1:15: the priors sum to 1.1"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("m.toml:4:20: P(x | a) is 1.5"), std::string::npos) << run.err;
    const std::string unknown =
        folder.write("n.toml", "prior = { a = 0.5, b = 0.5 }\n[[clue]]\nid = 'x'\nlikelihood = { a = nan, b = 0.1 }\n");
    EXPECT_NE(run_program({"trace", "evidence", unknown}).err.find("n.toml:4:20: P(x | a) is not a number"),
              std::string::npos)
        << run_program({"trace", "evidence", unknown}).err;
    const std::string cells = folder.write("l.csv", "clue,hypothesis,likelihood\ncravat,simpson,nan\n");
    const ProgramRun table = run_program({"trace", "evidence", "--hypotheses", examples + "hypotheses.csv", "--clues",
                                          examples + "clues.csv", "--likelihoods", cells});
    EXPECT_EQ(table.status, 3);
    EXPECT_NE(table.err.find("l.csv:2:3: 'nan' is no number"), std::string::npos) << table.err;
    const std::string impossible =
        folder.write("i.toml", "prior = { a = 0.5, b = 0.5 }\n[[clue]]\nid = 'x'\nlikelihood = { a = 0, b = 0 }\n");
    EXPECT_NE(run_program({"trace", "evidence", impossible}).err.find("i.toml:2:1: what was found of 'x'"),
              std::string::npos)
        << run_program({"trace", "evidence", impossible}).err;
    EXPECT_EQ(run_program({"trace", "evidence"}).status, 2);
    EXPECT_EQ(run_program({"trace", "evidence", model, "--clues", "c.csv"}).status, 2);
    EXPECT_EQ(run_program({"trace", "evidence", "--clues", "c.csv"}).status, 2);
}

TEST(TraceEvidence, WithoutACountedClueAndWithACertainOneTheReaderIsWarned) {
    const Folder folder;
    const std::string head = "prior = { a = 0.5, b = 0.5 }\n[[clue]]\nid = 'x'\n";
    const ProgramRun none =
        run_program({"trace", "evidence",
                     folder.write("n.toml", head + "found = 'not_sought'\nlikelihood = { a = 0.5, b = 0.1 }\n")});
    EXPECT_NE(none.err.find("no clue counts: the posterior is the prior"), std::string::npos) << none.err;
    const ProgramRun certain =
        run_program({"trace", "evidence", folder.write("c.toml", head + "likelihood = { a = 0.5, b = 0 }\n")});
    EXPECT_EQ(certain.status, 0);
    EXPECT_NE(certain.err.find("decide for good"), std::string::npos) << certain.err;
    EXPECT_NE(certain.out.find("x,a,0.5,,1,"), std::string::npos) << certain.out;
}

}  // namespace trace_evidence_test
}  // namespace tarazy
