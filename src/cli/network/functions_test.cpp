#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace network_functions_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string data = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/";
const std::string small_incidence = "state,A,B,C\nKAZ,1,1,0\nUZB,0,1,1\n";
const std::string small_functions = "institution,functions\nA,defence;talk\nB,talk\nC,talk\nD,trade\n";

TEST(NetworkFunctions, OfAMatrix) {
    const Folder folder;
    const ProgramRun run = run_program({"network", "functions", "--incidence", folder.write("i.csv", small_incidence),
                                        "--functions", folder.write("f.csv", small_functions)});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "state,function,coverage,redundancy,sole,herfindahl,providers,coverage_lower,coverage_upper,"
              "redundancy_lower,redundancy_upper,herfindahl_lower,herfindahl_upper,possible_providers\n"
              "KAZ,defence,1,0,1,1,A,1,1,0,0,1,1,\n"
              "KAZ,talk,2,1,0,0.5,A; B,2,2,1,1,0.5,0.5,\n"
              "KAZ,trade,0,-1,0,,,0,0,-1,-1,,,\n"
              "UZB,defence,0,-1,0,,,0,0,-1,-1,,,\n"
              "UZB,talk,2,1,0,0.5,B; C,2,2,1,1,0.5,0.5,\n"
              "UZB,trade,0,-1,0,,,0,0,-1,-1,,,\n");
    EXPECT_NE(run.err.find("no state is known to be covered in: trade"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("1 institution of the function table has no memberships and is left out: D\n"),
              std::string::npos)
        << run.err;
}

TEST(NetworkFunctions, OfOneStateInTheStudy) {
    const std::vector<std::string> asked = {
        "network",  "functions", "--memberships", data + "institution_memberships.csv",
        "--year",   "2012",      "--functions",   data + "institutions.csv",
        "--states", "Kazakhstan"};
    const ProgramRun run = run_program(asked);
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("\nKAZ,police_cooperation,1,0,1,1,INTERPOL,"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("memberships are not known; numbers that hang on them have bounds"), std::string::npos)
        << run.err;
    std::vector<std::string> states = asked;
    states.insert(states.end(), {"--show", "states"});
    const ProgramRun summary = run_program(states);
    EXPECT_NE(summary.out.find("police_cooperation: INTERPOL"), std::string::npos) << summary.out;
}

TEST(NetworkFunctions, JsonHasLists) {
    const Folder folder;
    const ProgramRun run =
        run_program({"network", "functions", "--incidence", folder.write("i.csv", small_incidence), "--functions",
                     folder.write("f.csv", small_functions), "--format", "json", "--states", "KAZ"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("\"providers\": [\n        \"A\",\n        \"B\"\n      ]"), std::string::npos) << run.out;
}

TEST(NetworkFunctions, WhatIsWrongIsNamed) {
    const Folder folder;
    const std::string incidence = folder.write("i.csv", small_incidence);
    const std::string functions = folder.write("f.csv", small_functions);
    const std::vector<std::pair<std::vector<std::string>, std::string>> usage = {
        {{"--incidence", incidence, "--functions", functions, "--states", "KZA"}, "did you mean 'KAZ'?"},
        {{"--incidence", incidence, "--functions", functions, "--states", "KAZ,KAZ"}, "names 'KAZ' twice"},
        {{"--functions", functions}, "--incidence"},
        {{"--memberships", data + "institution_memberships.csv", "--functions", functions}, "--year"},
    };
    for (const auto& [arguments, message] : usage) {
        std::vector<std::string> all = {"network", "functions"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        const ProgramRun run = run_program(all);
        EXPECT_EQ(run.status, 2) << run.err;
        EXPECT_NE(run.err.find(message), std::string::npos) << run.err;
    }
    const ProgramRun missing = run_program(
        {"network", "functions", "--incidence", folder.write("m.csv", "state,A\nKAZ,-9\n"), "--functions", functions});
    EXPECT_EQ(missing.status, 3);
    EXPECT_NE(missing.err.find("m.csv:2:2: the cell is '-9', neither 0 nor 1"), std::string::npos) << missing.err;
    const ProgramRun strangers = run_program({"network", "functions", "--incidence", incidence, "--functions",
                                              folder.write("s.csv", "institution,functions\nX,talk\n")});
    EXPECT_EQ(strangers.status, 3);
    EXPECT_NE(strangers.err.find("s.csv: none of its institutions has memberships"), std::string::npos)
        << strangers.err;
    const ProgramRun empty = run_program({"network", "functions", "--incidence", incidence, "--functions",
                                          folder.write("e.csv", "institution,functions\n")});
    EXPECT_EQ(empty.status, 3);
}

}  // namespace network_functions_test
}  // namespace tarazy
