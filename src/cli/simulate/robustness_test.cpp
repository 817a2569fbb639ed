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
