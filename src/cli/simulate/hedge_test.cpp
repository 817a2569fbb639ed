#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace simulate_hedge_test {

using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string panel = TARAZY_SOURCE_DIR "/examples/hedge/panel.csv";
const std::string neighbours = TARAZY_SOURCE_DIR "/examples/hedge/neighbours.csv";
const std::string scenario = TARAZY_SOURCE_DIR "/examples/hedge/scenario.toml";
const std::string sentence = "no demonstrated skill over persistence: exploratory use only";

TEST(SimulateHedge, EstimatesSayFirstThatNoSkillIsShown) {
    const ProgramRun run = run_program({"simulate", "hedge", panel, "--starts", "2"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.err.starts_with("note: " + sentence)) << run.err;
    EXPECT_TRUE(run.out.starts_with("parameter,name,estimate,se,lower,upper,free,meaning,notes\nb_T,trade,"))
        << run.out;
    EXPECT_EQ(run.out, run_program({"simulate", "hedge", panel, "--starts", "2", "--threads", "1"}).out);
}

TEST(SimulateHedge, FitForecastAndDescription) {
    const ProgramRun fit = run_program(
        {"simulate", "hedge", panel, "--starts", "1", "--show", "fit", "--neighbours", neighbours, "--fix", "b_N=1"});
    EXPECT_EQ(fit.status, 0) << fit.err;
    EXPECT_TRUE(fit.out.starts_with("state,year,share,previous,observed,expected,balance,hhi,room\n"));
    const ProgramRun forecast = run_program(
        {"simulate", "hedge", panel, "--starts", "1", "--show", "forecast", "--horizons", "1,2", "--draws", "50"});
    EXPECT_EQ(forecast.status, 0) << forecast.err;
    EXPECT_TRUE(forecast.err.starts_with("note: " + sentence)) << forecast.err;
    EXPECT_NE(forecast.out.find("Arken,balance,2026,2,"), std::string::npos) << forecast.out.substr(0, 300);
    EXPECT_NE(run_program({"simulate", "hedge", "--show", "odd"}).out.find("ODD protocol"), std::string::npos);
}

TEST(SimulateHedge, HindcastRecoveryAndCalibrationRun) {
    const ProgramRun hindcast = run_program({"simulate", "hedge", panel, "--starts", "1", "--show", "hindcast",
                                             "--horizons", "1", "--from", "2018", "--draws", "50"});
    EXPECT_EQ(hindcast.status, 0) << hindcast.err;
    EXPECT_NE(hindcast.out.find("1,hedge,0,"), std::string::npos) << hindcast.out;
    const ProgramRun recovery =
        run_program({"simulate", "hedge", panel, "--starts", "1", "--show", "recovery", "--panels", "4"});
    EXPECT_EQ(recovery.status, 0) << recovery.err;
    EXPECT_NE(recovery.out.find("\nf,"), std::string::npos);
    const ProgramRun sbc =
        run_program({"simulate", "hedge", panel, "--show", "sbc", "--replicates", "2", "--free", "f"});
    EXPECT_EQ(sbc.status, 0) << sbc.err;
    EXPECT_NE(sbc.out.find("f,\"lognormal, median 100"), std::string::npos) << sbc.out;
}

TEST(SimulateHedge, TheScenarioOfTheExampleRuns) {
    const ProgramRun run = run_program({"simulate", "ensemble", scenario, "--show", "thresholds"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("as now,balance holds,balance,>= 0.9,1000,"), std::string::npos) << run.out;
    EXPECT_EQ(run.out, run_program({"simulate", "ensemble", scenario, "--show", "thresholds", "--threads", "1"}).out);
}

TEST(SimulateHedge, WhatIsWrongIsTold) {
    const Folder folder;
    EXPECT_EQ(run_program({"simulate", "hedge"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "hedge", panel, "--free", "b_I"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "hedge", panel, "--free", "b_N"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "hedge", panel, "--free", "e,f", "--fix", "e=3"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "hedge", panel, "--fix", "e"}).status, 2);
    std::string text = bytes_of(panel);
    text.replace(text.find("Arken,1996,0.3446"), 17, "Arken,1996,0.9446");
    const ProgramRun run = run_program({"simulate", "hedge", folder.write("bad.csv", text)});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("bad.csv:3:2: Arken, 1996: the shares sum to 1.6"), std::string::npos) << run.err;
    const ProgramRun few = run_program(
        {"simulate", "hedge", folder.write("few.csv", "state,year,share_A,share_B\nX,2000,0.5,0.5\nX,2001,0.4,0.6\n")});
    EXPECT_EQ(few.status, 3);
    EXPECT_NE(few.err.find("few.csv"), std::string::npos) << few.err;
}

}  // namespace simulate_hedge_test
}  // namespace tarazy
