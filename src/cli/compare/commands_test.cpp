#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace compare_commands_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string nuclear_cases = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/nuclear_reversal_cases.csv";
const std::string four_cases = "case,A,B,Y\nАлматы,1,1,1\nb,1,0,1\nc,0,1,0\nd,0,0,0\n";

std::vector<std::string> with(const std::string& verb, const std::string& file, std::vector<std::string> more) {
    std::vector<std::string> arguments = {"compare", verb, "--data", file, "--outcome", "Y", "--conditions", "A,B"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

TEST(CompareCommands, TruthTableHasTheColumnsOfTheContract) {
    const Folder folder;
    const ProgramRun run =
        run_program(with("truth-table", folder.write("d.csv", "case,A,B,Y\nq,1,1,1\nr,0,0,0\n"), {}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "row,A,B,OUT,n,incl,PRI,cases,deviant_cases\n"
              "1,0,0,0,1,0,0,r,\n"
              "2,0,1,?,0,,,,\n"
              "3,1,0,?,0,,,,\n"
              "4,1,1,1,1,1,1,q,\n");
}

TEST(CompareCommands, MinimiseGivesEverySolutionAndSaysItIsComplete) {
    const Folder folder;
    const ProgramRun run = run_program(with("minimise", folder.write("d.csv", four_cases), {}));
    EXPECT_EQ(run.status, 0) << run.err;
    const nlohmann::json result = nlohmann::json::parse(run.out)["result"];
    for (const char* kind : {"conservative", "parsimonious"}) {
        EXPECT_EQ(result[kind]["models"], nlohmann::json::parse(R"([["A"]])")) << kind;
        EXPECT_EQ(result[kind]["complete"], true);
        EXPECT_EQ(result[kind]["fit"][0]["model"][0]["covS"], 1.0);
    }
    EXPECT_EQ(result["intermediate"]["C1P1"]["easy_counterfactual_rows"], nlohmann::json::array());
}

TEST(CompareCommands, StoppingAtTheLimitIsStatusFive) {
    const Folder folder;
    const std::string file = folder.write("d.csv", "case,A,B,Y\nq,1,1,1\nr,0,0,0\n");
    const ProgramRun run =
        run_program(with("minimise", file, {"--solution", "parsimonious", "--max-models", "1", "--format", "json"}));
    EXPECT_EQ(run.status, 5);
    EXPECT_NE(run.err.find("stopped at the limit"), std::string::npos) << run.err;
    EXPECT_EQ(nlohmann::json::parse(run.out)["result"]["parsimonious"]["complete"], false);
}

TEST(CompareCommands, FaultsAreNamedWithTheirPlace) {
    const Folder folder;
    const std::string file = folder.write("d.csv", "case,A,B,Y\nq,1,1.2,1\nq,0,0,0\n");
    const ProgramRun run = run_program(with("minimise", file, {}));
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find(file + ":2:3: 1.2 is outside [0, 1]"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find(file + ":3:1: case 'q' stands already"), std::string::npos) << run.err;
    const std::string all = folder.write("all.csv", "case,A,B,Y\nq,1,1,1\nr,0,0,1\n");
    EXPECT_EQ(run_program(with("minimise", all, {"--solution", "parsimonious"})).status, 3);
    const ProgramRun wrong = run_program(with("minimise", folder.write("e.csv", four_cases), {"--expect", "A*C"}));
    EXPECT_EQ(wrong.status, 2);
    EXPECT_NE(wrong.err.find("character 3: there is no condition 'C'"), std::string::npos) << wrong.err;
}

TEST(CompareCommands, CellsOfTheCaseTableAreTheSameAtAnyNumberOfThreads) {
    const std::vector<std::string> arguments = {"compare",    "robustness", "--data",       nuclear_cases,
                                                "--outcome",  "RENOUNCE",   "--conditions", "ALLY,PRESS,REGIME,THREAT",
                                                "--incl-cut", "0.8",        "--what",       "cells",
                                                "--threads"};
    std::vector<std::string> one = arguments, two = arguments;
    one.emplace_back("1");
    two.emplace_back("2");
    const ProgramRun first = run_program(one), second = run_program(two);
    EXPECT_EQ(first.status, 0) << first.err;
    EXPECT_EQ(first.out, second.out);
    EXPECT_EQ(std::count(first.out.begin(), first.out.end(), '\n'), 1 + 30 * 5);
}

TEST(CompareCommands, CalibrationPutsTheMembershipBesideTheValue) {
    const Folder folder;
    const std::string file = folder.write("x.csv", "case,X\na,10\nb,20\nc,\n");
    const ProgramRun run = run_program(
        {"compare", "calibrate", "--data", file, "--variable", "X", "--method", "linear", "--anchors", "0,20,40"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "case,X,membership\na,10,0.25\nb,20,0.5\nc,,\n");
    EXPECT_EQ(run_program({"compare", "calibrate", "--data", file, "--variable", "X", "--method", "direct", "--anchors",
                           "0,20"})
                  .status,
              2);
}

TEST(CompareCommands, NecessityListsAlternatives) {
    const ProgramRun run = run_program({"compare", "necessity", "--data", nuclear_cases, "--outcome", "RENOUNCE",
                                        "--conditions", "ALLY,PRESS,REGIME,OPEN,THREAT"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("REGIME + OPEN + ~THREAT,0.9033"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("expressions searched, 2 reach the cut-offs"), std::string::npos) << run.err;
    const ProgramRun one = run_program({"compare", "necessity", "--data", nuclear_cases, "--outcome", "RENOUNCE",
                                        "--conditions", "ALLY,PRESS,REGIME,OPEN,THREAT", "--incl-cut", "0.905"});
    EXPECT_NE(one.err.find("expressions searched, 1 reaches the cut-offs"), std::string::npos) << one.err;
}

}  // namespace compare_commands_test
}  // namespace tarazy
