#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace simulate_hindcast_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string shares = TARAZY_SOURCE_DIR "/examples/corridor/shares.csv";

TEST(SimulateHindcast, SkillScoresAndCalibration) {
    const std::vector<std::string> command = {"simulate", "hindcast", shares, "--horizon", "1", "--draws", "50"};
    const ProgramRun skill = run_program(command);
    EXPECT_EQ(skill.status, 0) << skill.err;
    EXPECT_TRUE(skill.out.starts_with("horizon,forecaster,naive,origins,forecasts,crps,")) << skill.out;
    EXPECT_NE(skill.err.find("1 year ahead, recent: no demonstrated skill over persistence: exploratory use only"),
              std::string::npos)
        << skill.err;
    std::vector<std::string> one = command;
    one.insert(one.end(), {"--threads", "1"});
    EXPECT_EQ(run_program(one).out, skill.out);
    std::vector<std::string> by_state = command;
    by_state.insert(by_state.end(), {"--by", "state", "--bootstrap", "0"});
    EXPECT_TRUE(run_program(by_state).out.starts_with("horizon,state,forecaster,"));
    std::vector<std::string> scores = command;
    scores.insert(scores.end(), {"--show", "scores", "--from", "2020"});
    EXPECT_TRUE(run_program(scores).out.starts_with("forecaster,origin,horizon,year,state,series,crps,"));
    std::vector<std::string> pit = command;
    pit.insert(pit.end(), {"--show", "pit", "--bins", "51"});
    EXPECT_TRUE(run_program(pit).out.starts_with("forecaster,horizon,bin,from,to,count,expected\n"));
    pit.back() = "52";
    EXPECT_EQ(run_program(pit).status, 2);
}

TEST(SimulateHindcast, WhatIsWrongIsTold) {
    const Folder folder;
    const std::string bad = folder.write("bad.csv", "year,a,b\n2000,0.5,0.6\n2001,0.5,0.5\n");
    const ProgramRun sums = run_program({"simulate", "hindcast", bad, "--scale", "shares"});
    EXPECT_EQ(sums.status, 3);
    EXPECT_NE(sums.err.find("2000: the series sum to 1.1"), std::string::npos) << sums.err;
    EXPECT_EQ(run_program({"simulate", "hindcast", bad}).status, 3);  // two years
    EXPECT_EQ(run_program({"simulate", "hindcast", shares, "--horizon", "3,1"}).status, 2);
    const ProgramRun far = run_program({"simulate", "hindcast", shares, "--horizon", "90"});
    EXPECT_EQ(far.status, 3);
    EXPECT_NE(far.err.find("to be scored on, 90 years later; give longer series, a shorter --horizon,"),
              std::string::npos)
        << far.err;
    EXPECT_EQ(run_program({"simulate", "hindcast", shares, "--horizon", "soon"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "hindcast", shares, "--forecasters", "drfit"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "hindcast", shares, "--from", "1900"}).status, 2);
}

}  // namespace simulate_hindcast_test
}  // namespace tarazy
