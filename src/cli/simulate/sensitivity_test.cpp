#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace simulate_sensitivity_test {

using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string corridor = TARAZY_SOURCE_DIR "/examples/corridor/";

ProgramRun sensitivity(const std::string& file, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {"simulate", "sensitivity", "--design", corridor + file, "--outcome", "balance"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
}

TEST(SimulateSensitivity, TheMethodIsThatOfTheDesign) {
    EXPECT_TRUE(sensitivity("sobol_runs.csv").out.starts_with("outcome,input,S1,S1_conf,S1_lower,S1_upper,ST,"));
    EXPECT_TRUE(sensitivity("morris_runs.csv").out.starts_with("outcome,input,mu,mu_conf,mu_star,mu_star_conf,"));
    EXPECT_TRUE(sensitivity("lhs_runs.csv").out.starts_with("outcome,input,delta,delta_conf,"));
    EXPECT_TRUE(sensitivity("lhs_runs.csv", {"--method", "pawn"}).out.starts_with("outcome,input,median,mean,"));
    EXPECT_EQ(sensitivity("sobol_runs.csv", {"--threads", "1"}).out,
              sensitivity("sobol_runs.csv", {"--threads", "2"}).out);
}

TEST(SimulateSensitivity, ADesignThatDoesNotFitIsRefused) {
    const ProgramRun run = sensitivity("lhs_runs.csv", {"--method", "sobol"});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("no Saltelli design of 5 inputs"), std::string::npos) << run.err;
    const ProgramRun pairs = sensitivity("sobol_runs.csv", {"--method", "pairs"});
    EXPECT_EQ(pairs.status, 2);
}

TEST(SimulateSensitivity, ResultsOfAnotherDesignAreRefused) {
    const Folder folder;
    const std::string one = folder / "one.csv", two = folder / "two.csv";
    for (const auto& [file, seed] : {std::pair(one, "1"), std::pair(two, "2")})
        ASSERT_EQ(
            run_program({"simulate", "sample", corridor + "corridor.toml", "--base", "4", "--seed", seed, "-o", file})
                .status,
            0);
    const std::string design = bytes_of(two), row = design.substr(design.find('\n') + 1);
    const std::string results =
        folder.write("results.csv", "design,run,y\n" + row.substr(0, row.find(',')) + ",1,0.5\n");
    const ProgramRun run =
        run_program({"simulate", "sensitivity", "--design", one, "--results", results, "--outcome", "y"});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("results.csv:2:1: these results were computed for the design 'saltelli-5-"),
              std::string::npos)
        << run.err;
}

TEST(SimulateSobolIndices, AreListsOfJson) {
    const ProgramRun run = run_program({"simulate", "sobol", "indices", "--design", corridor + "sobol_runs.csv",
                                        "--outcome", "balance", "--bootstrap", "50"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto json = nlohmann::json::parse(run.out);
    EXPECT_EQ(json["tarazy"]["command"], "simulate sobol indices");
    EXPECT_EQ(json["result"]["S1"].size(), 5u);
    EXPECT_EQ(json["result"]["ST_conf"].size(), 5u);
    EXPECT_TRUE(json["result"]["reason"].is_null());
}

TEST(SimulateMorrisIndices, AreATable) {
    const ProgramRun run = run_program(
        {"simulate", "morris", "indices", "--design", corridor + "morris_runs.csv", "--outcome", "balance"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, sensitivity("morris_runs.csv").out);
}

}  // namespace simulate_sensitivity_test
}  // namespace tarazy
