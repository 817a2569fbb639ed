#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace network_bridge_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string memberships = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/institution_memberships.csv";

std::vector<std::string> asked(const std::string& years, const std::string& state, const std::string& poles,
                               std::vector<std::string> more = {}) {
    std::vector<std::string> words = {"network", "bridge", "--memberships", memberships, "--years", years,
                                      "--state", state,    "--poles",       poles,       "--draws", "99"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

TEST(NetworkBridge, ARowAYearTheSameAtAnyNumberOfThreads) {
    const std::string poles = "RUS=RUS,CHN=CHN,WEST=USA+GBR+FRA";
    const ProgramRun one = run_program(asked("2012-2014", "Kazakhstan", poles, {"--threads", "1"}));
    EXPECT_EQ(one.status, 0) << one.err;
    EXPECT_EQ(one.out.find("state,year,memberships,peers,peers_apart,institutions,bridges,"), 0u) << one.out;
    EXPECT_NE(one.out.find("\nKAZ,2014,"), std::string::npos) << one.out;
    EXPECT_NE(one.err.find("the states of equal degree differ by more than a tenth"), std::string::npos) << one.err;
    EXPECT_EQ(one.out, run_program(asked("2012-2014", "KAZ", poles, {"--threads", "2"})).out);
}

TEST(NetworkBridge, TheInstitutionsBehindTheNumberWithTheLinesOfTheFile) {
    const ProgramRun run =
        run_program(asked("2014-2014", "KAZ", "RUS=RUS,CHN=CHN", {"--show", "institutions", "--format", "json"}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("\"institution\": \"SCO\""), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\"rows\""), std::string::npos);
}

TEST(NetworkBridge, WhatCannotBeAnsweredIsSaid) {
    const ProgramRun late = run_program(asked("2050-2051", "KAZ", "RUS=RUS,CHN=CHN"));
    EXPECT_EQ(late.status, 3) << late.err;
    EXPECT_NE(late.err.find("in no year of 2050-2051"), std::string::npos) << late.err;
    EXPECT_EQ(run_program(asked("2012-2014", "KAZ", "RUS=RUS")).status, 2) << "one pole";
    EXPECT_EQ(run_program(asked("2012-2014", "KAZ", "RUS")).status, 2);
    EXPECT_EQ(run_program(asked("2012-2014", "KAZ", "A=RUS,A=CHN")).status, 2) << "a pole twice";
    EXPECT_EQ(run_program(asked("2012-2014", "KAZ", "A=RUS,B=RUS")).status, 2) << "a state in two";
    EXPECT_EQ(run_program(asked("2014-2012", "KAZ", "RUS=RUS,CHN=CHN")).status, 2);
    EXPECT_EQ(run_program(asked("2012-2014", "Atlantis", "RUS=RUS,CHN=CHN")).status, 2);
    EXPECT_EQ(run_program(asked("2012-2014", "KAZ", "RUS=RUS,CHN=CHN", {"--peers", "0"})).status, 2);
}

TEST(NetworkBridge, AMemberOfAPoleIsNoStateBetweenThem) {
    const ProgramRun run = run_program(asked("2014-2014", "RUS", "RUS=RUS,CHN=CHN"));
    EXPECT_EQ(run.status, 2) << run.out;
    EXPECT_NE(run.err.find("RUS lies in a pole"), std::string::npos) << run.err;
}

}  // namespace network_bridge_test
}  // namespace tarazy
