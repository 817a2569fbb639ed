#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace network_knockout_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string data = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/";
const std::string small_incidence = "state,A,B,C\nCHN,0,1,0\nKAZ,1,1,0\nRUS,1,1,0\nUZB,0,1,1\n";
const std::string small_functions = "institution,functions\nA,defence;talk\nB,talk\nC,trade\n";

std::vector<std::string> asked(const Folder& folder, const std::vector<std::string>& more) {
    std::vector<std::string> all = {"network",     "knockout",
                                    "--incidence", folder.write("i.csv", small_incidence),
                                    "--functions", folder.write("f.csv", small_functions)};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

TEST(NetworkKnockout, SingleAndPairwise) {
    const Folder folder;
    const ProgramRun run = run_program(asked(folder, {"--states", "KAZ", "--pairs"}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "removed,lost,lost_upper,synergy,synergy_upper,lost_functions,possibly_lost,coverage_lost,"
              "coverage_lost_upper,components,components_change\n"
              ",0,0,0,0,,,0,0,1,0\n"
              "A,2,2,0,0,KAZ: defence,,4,4,1,0\n"
              "B,2,2,0,0,,,4,4,3,2\n"
              "C,1,1,0,0,,,1,1,1,0\n"
              "A; B,6,6,2,2,KAZ: defence; KAZ: talk,,8,8,4,3\n"
              "A; C,3,3,0,0,KAZ: defence,,5,5,1,0\n"
              "B; C,3,3,0,0,,,5,5,3,2\n");
}

TEST(NetworkKnockout, BalanceAndBridgesOfAState) {
    const Folder folder;
    const ProgramRun run =
        run_program(asked(folder, {"--states", "KAZ", "--remove", "B", "--poles", "RUS,CHN=CHN", "--show", "states"}));
    EXPECT_EQ(run.status, 0) << run.err;
    // KAZ and UZB share the bridge of B; of two shared institutions with RUS and one with CHN one with RUS is left.
    EXPECT_NE(run.out.find(",share_CHN,share_CHN_change,share_RUS,share_RUS_change,entropy,entropy_change,"
                           "difference_CHN_RUS,difference_CHN_RUS_change,bridges,bridges_change\n"),
              std::string::npos)
        << run.out;
    EXPECT_NE(run.out.find("\nB,KAZ,0,0,0,,,1,1,0,-0.333333333333333,1,0.333333333333333,0,"), std::string::npos)
        << run.out;
    EXPECT_NE(run.out.find(",-1,-0.666666666666667,0,-0.5\n"), std::string::npos) << run.out;
}

TEST(NetworkKnockout, ShapleyValuesSumToTheCoveredFunctions) {
    const Folder folder;
    const ProgramRun run = run_program(asked(folder, {"--shapley"}));
    EXPECT_EQ(run.status, 0) << run.err;
    // talk: CHN by B, KAZ and RUS by A and B, UZB by B; defence of KAZ and RUS by A; trade of UZB by C.
    EXPECT_EQ(run.out,
              "institution,shapley,lower,upper,standard_error,share\n"
              "A,3,3,3,0,0.428571428571429\nB,3,3,3,0,0.428571428571429\nC,1,1,1,0,0.142857142857143\n");
    const ProgramRun one = run_program(asked(folder, {"--shapley", "--draws", "500", "--seed", "3", "--threads", "1"}));
    const ProgramRun two = run_program(asked(folder, {"--shapley", "--draws", "500", "--seed", "3", "--threads", "2"}));
    EXPECT_EQ(one.out, two.out);
    EXPECT_NE(one.err.find("sampled from 500 orders"), std::string::npos) << one.err;
}

TEST(NetworkKnockout, OfTheStudy) {
    const ProgramRun run = run_program({"network", "knockout", "--memberships", data + "institution_memberships.csv",
                                        "--year", "2014", "--functions", data + "institutions.csv", "--states", "KAZ",
                                        "--remove", "IAEA+UN+OSCE", "--poles", "RUS,CHN,WEST=USA+GBR+FRA+DEU"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("\nIAEA; OSCE; UN,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("KAZ: collective_security"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("members of poles who are not in the network are left out: DEU"), std::string::npos)
        << run.err;
}

TEST(NetworkKnockout, WhatCannotBeMeantIsRefused) {
    const Folder folder;
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong = {
        {{"--remove", "AA"}, "'AA' is not in the network"},
        {{"--remove", "+"}, "--remove names no institution"},
        {{"--poles", "RUS"}, "fewer than two poles"},
        {{"--poles", "RUS,WEST=USA"}, "no member of 'WEST' is in the network"},
        {{"--draws", "100"}, "--draws goes with --shapley"},
        {{"--shapley", "--draws", "1"}, "give at least 2"},
        {{"--states", "KZA"}, "did you mean 'KAZ'?"},
    };
    for (const auto& [arguments, message] : wrong) {
        const ProgramRun run = run_program(asked(folder, arguments));
        EXPECT_EQ(run.status, 2) << run.err;
        EXPECT_NE(run.err.find(message), std::string::npos) << run.err;
    }
    const ProgramRun both = run_program(asked(folder, {"--poles", "A=RUS,B=RUS"}));
    EXPECT_NE(both.status, 0);
    EXPECT_NE(both.err.find("'RUS' stands in two blocs"), std::string::npos) << both.err;
}

TEST(NetworkKnockout, ShapleyWithPairsIsRefusedAndNotPassedOver) {
    const Folder folder;
    for (const std::vector<std::string>& more : std::vector<std::vector<std::string>>{
             {"--pairs"}, {"--remove", "A"}, {"--poles", "RUS,CHN"}, {"--show", "states"}}) {
        std::vector<std::string> options = {"--states", "KAZ", "--shapley"};
        options.insert(options.end(), more.begin(), more.end());
        const ProgramRun run = run_program(asked(folder, options));
        EXPECT_EQ(run.status, 2) << more[0];
        EXPECT_NE(run.err.find(more[0] + " does nothing with --shapley"), std::string::npos) << run.err;
    }
}

}  // namespace network_knockout_test
}  // namespace tarazy
