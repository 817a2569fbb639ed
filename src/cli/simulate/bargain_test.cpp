#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace tarazy {
namespace simulate_bargain_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string corridor = TARAZY_SOURCE_DIR "/examples/corridor/actors.csv";
const std::string ktab = TARAZY_SOURCE_DIR "/src/simulate/testdata/ktab/";
const std::string bdm = TARAZY_SOURCE_DIR "/src/simulate/testdata/bdm/";

TEST(SimulateBargain, PositionsTurnByTurnAndWhyItEnded) {
    const ProgramRun run = run_program({"simulate", "bargain", "--model", "smp", "--actors",
                                        ktab + "dummyData_3Dim.csv", "--option", "pce=MarkovUniform"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("turn,actor,dim,position,prob,issue\n0,SActor-00,0,75.79,")) << run.out;
    EXPECT_NE(run.err.find("smp: converged after 16 turns"), std::string::npos) << run.err;
    EXPECT_EQ(run.out,
              run_program({"simulate", "bargain", ktab + "dummyData_3Dim.csv", "--election", "markov-uniform"}).out);
}

TEST(SimulateBargain, EveryTableOfBothModels) {
    for (const char* show : {"positions", "forecast", "pce", "challenges", "bargains", "summary", "models"})
        EXPECT_EQ(run_program({"simulate", "bargain", corridor, "--show", show}).status, 0) << show;
    for (const char* show : {"positions", "forecast", "challenges", "bargains", "summary", "models"}) {
        const ProgramRun run = run_program(
            {"simulate", "bargain", bdm + "ec_emissions.csv", "--model", "bdm", "--show", show, "--rounds", "5"});
        EXPECT_EQ(run.status, 0) << show << run.err;
    }
    EXPECT_EQ(run_program({"simulate", "bargain", corridor, "--model", "bdm"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "bargain", corridor, "--model", "bdm", "--issue", "pipelines", "--show", "pce"})
                  .status,
              2);
    EXPECT_EQ(run_program({"simulate", "bargain", corridor, "--option", "pce=9"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "bargain", corridor, "--issue", "pipeline"}).status, 2);
}

TEST(SimulateBargain, TheExpectedUtilityModelAsJsonWithBothReadings) {
    const ProgramRun run = run_program({"simulate", "bargain", "--model", "bdm", "--variant", "scholz-code", "--rounds",
                                        "10", "--actors", bdm + "ec_emissions.csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    const auto result = nlohmann::json::parse(run.out).at("result");
    EXPECT_EQ(result.at("rounds").size(), 11u);
    EXPECT_NEAR(result.at("rounds")[6].at("median").get<double>(), 7.472046361916290, 1e-9);
    EXPECT_TRUE(result.at("rounds")[1].at("eu_own")[0][0].is_null());
    EXPECT_EQ(result.at("other_variant").at("variant"), "paper");
    EXPECT_NE(run.err.find("the variant 'paper' ends at mean"), std::string::npos) << run.err;
}

TEST(SimulateBargain, WhereAllAgreeThereIsNoConflict) {
    const Folder folder;
    const std::string file =
        folder.write("a.csv", "actor,capability,position,salience\nA,1,50,50\nB,2,50,60\nC,3,50,70\n");
    for (const char* model : {"smp", "bdm"}) {
        const ProgramRun run = run_program({"simulate", "bargain", file, "--model", model});
        EXPECT_EQ(run.status, 0);
        EXPECT_NE(run.err.find("no conflict"), std::string::npos) << run.err;
    }
}

TEST(SimulateBargain, FaultsOfAFileAreToldAtOnce) {
    const Folder folder;
    const std::string file =
        folder.write("a.csv", "actor,capability,position,salience\nA,0,50,50\nA,2,150,60\nC,3,50,170\n");
    const ProgramRun run = run_program({"simulate", "bargain", file});
    EXPECT_EQ(run.status, 3);
    for (const char* part : {"a.csv:2:2: the capability is 0", "a.csv:3:1: the actor 'A' stands twice",
                             "a.csv:3:3: the position is 150", "a.csv:4:4: the saliences of 'C' sum to 170"})
        EXPECT_NE(run.err.find(part), std::string::npos) << run.err;
}

TEST(SimulateBargain, AnEnsembleOverJudgements) {
    const Folder folder;
    const std::string kept = folder / "kept";
    const ProgramRun run = run_program({"simulate", "ensemble", TARAZY_SOURCE_DIR "/examples/corridor/bargain.toml",
                                        "--show", "thresholds", "--checkpoint", kept});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("put pipelines first,pipelines do not fall to the north,mean_pipelines,>= 35,1000,"),
              std::string::npos)
        << run.out;
}

}  // namespace simulate_bargain_test
}  // namespace tarazy
