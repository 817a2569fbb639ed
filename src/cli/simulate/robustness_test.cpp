#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace simulate_robustness_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string runs = TARAZY_SOURCE_DIR "/examples/corridor/policy_runs.csv";

TEST(SimulateRobustness, ARowAPolicy) {
    const ProgramRun run = run_program({"simulate", "robustness", runs, "--outcome", "balance", "--threshold",
                                        "balance>=0.4", "--threshold", "cost<=0.6"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("policy,mean,mean_lower,mean_upper,worst,worst_lower,worst_upper,regret_max,"))
        << run.out;
    EXPECT_NE(run.out.find("\nhedge,"), std::string::npos);
    EXPECT_NE(run.err.find("3 policies in 100 states of the world"), std::string::npos) << run.err;
    EXPECT_EQ(run_program({"simulate", "robustness", runs, "--outcome", "cost", "--less-is-better"}).status, 0);
}

TEST(SimulateRobustness, StabilityOfTheRankingOverModels) {
    const Folder folder;
    const std::string one = folder.write("one.csv", "policy,run,y\na,1,1\na,2,2\nb,1,2\nb,2,3\n"),
                      two = folder.write("two.csv", "policy,run,y\na,1,50\na,2,10\nb,1,20\nb,2,20\n");
    const ProgramRun models = run_program({"simulate", "robustness", one, two, "--outcome", "y", "--show", "models"});
    EXPECT_EQ(models.status, 0) << models.err;
    EXPECT_TRUE(models.out.starts_with("criterion,model_1,model_2,tau,")) << models.out;
    EXPECT_NE(models.out.find("\nmean,one,two,-1,"), std::string::npos) << models.out;
    EXPECT_NE(models.err.find("the ranking hangs on the model"), std::string::npos) << models.err;
    const ProgramRun pairs =
        run_program({"simulate", "robustness", one, two, "--outcome", "y", "--show", "pairs", "--models", "m1,m2"});
    EXPECT_NE(pairs.out.find("\neach_run,a,b,2,,,,0.5,"), std::string::npos) << pairs.out;
    const ProgramRun both = run_program({"simulate", "robustness", one, two, "--outcome", "y"});
    EXPECT_TRUE(both.out.starts_with("model,policy,mean,")) << both.out;
    EXPECT_EQ(run_program({"simulate", "robustness", one, "--outcome", "y", "--show", "models"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "robustness", one, one, "--outcome", "y", "--show", "models"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "robustness", one, two, "--outcome", "y", "--models", "m"}).status, 2);
}

TEST(SimulateRobustness, MissingCombinationsAreNamed) {
    const Folder folder;
    const std::string file = folder.write("p.csv", "policy,run,y\na,1,1\na,2,1\nb,1,2\n");
    const ProgramRun run = run_program({"simulate", "robustness", file, "--outcome", "y"});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("policy 'b' was not run in '2'"), std::string::npos) << run.err;
    EXPECT_EQ(
        run_program({"simulate", "robustness", runs, "--outcome", "balance", "--threshold", "balance>0.4"}).status, 2);
}

}  // namespace simulate_robustness_test
}  // namespace tarazy
