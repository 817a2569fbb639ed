#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace trace_synth_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string fixtures = TARAZY_SOURCE_DIR "/src/trace/testdata/";

ProgramRun basque(std::vector<std::string> more) {
    std::vector<std::string> arguments = {"trace",     "synth",  "--data",    fixtures + "basque_gdp.csv",
                                          "--outcome", "gdpcap", "--treated", "Basque Country",
                                          "--from",    "1970"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
}

TEST(TraceSynth, ThePathIsThatOfTheReference) {
    const ProgramRun run = basque({"--rename", "year=time", "--time", "year"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("year,actual,synthetic,gap,range_low,range_high\n1955,3.85318463000527,"))
        << run.out;
}

TEST(TraceSynth, PlacebosOfEveryRegion) {
    const ProgramRun run = basque({"--placebo", "space,time", "--show", "placebos"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(
        run.out.starts_with("unit,loss,kkt,rmspe_pre,rmspe_post,ratio,mean_gap,kept,unique,w\n"
                            "Basque Country,0.0856360180652"))
        << run.out;
    EXPECT_NE(run.err.find("placebos: rank 7 of 17"), std::string::npos) << run.err;
    EXPECT_NE(basque({"--placebo", "time", "--show", "time-placebos"}).out.find("\n1958,3,"), std::string::npos);
}

TEST(TraceSynth, PredictorsWithTheWeightsOfThePeer) {
    const ProgramRun run = basque(
        {"--predictors", fixtures + "basque_predictors.csv", "--v", fixtures + "basque_v.csv", "--show", "weights"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("\nCataluna,0.85"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\nMadrid,0.14"), std::string::npos) << run.out;
}

TEST(TraceSynth, EverythingAsJson) {
    const ProgramRun run = basque(
        {"--intervals", "--draws", "20", "--conformal", "--placebo", "space,time", "--format", "json", "--quiet"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto result = nlohmann::json::parse(run.out)["result"];
    EXPECT_EQ(result["path"].size(), 43u);
    EXPECT_EQ(result["weights"].size(), 16u);
    EXPECT_EQ(result["placebos"].size(), 17u);
    EXPECT_EQ(result["time_placebos"].size(), 12u);
    const auto& summary = result["summary"][0];
    EXPECT_EQ(summary["placebo_rank"], 7);
    EXPECT_LT(summary["mean_lower"].get<double>(), summary["mean_gap"].get<double>());
    EXPECT_NE(summary["no_conformal_mean"].get<std::string>().find("there is no block"), std::string::npos);
}

TEST(TraceSynth, WeightsThatAreNotUniqueAreTold) {
    const Folder folder;
    const std::string file = folder.write(
        "p.csv",
        "unit,time,outcome\nA,1,2\nA,2,2\nA,3,2\nA,4,5\nB,1,1\nB,2,1\nB,3,1\nB,4,1\nC,1,3\nC,2,3\nC,3,3\nC,4,3\n"
        "D,1,0\nD,2,0\nD,3,0\nD,4,9\n");
    const ProgramRun run = run_program({"trace", "synth", "--data", file, "--treated", "A", "--from", "4"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.err.find("the weights are not unique"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("such a fit is no evidence"), std::string::npos) << run.err;
    EXPECT_TRUE(run.out.starts_with("time,actual,synthetic,gap,range_low,range_high,penalised\n")) << run.out;
}

TEST(TraceSynth, WhatCannotBeAnsweredIsNamedWithItsPlace) {
    const Folder folder;
    const std::string rows = "unit,time,outcome\nA,2,2\nA,3,2\nA,4,5\nB,1,1\nB,2,1\nB,3,1\nB,4,1\n";
    const std::string file = folder.write("p.csv", rows);
    const auto refused = [&](std::vector<std::string> more) {
        std::vector<std::string> arguments = {"trace", "synth", "--data", file};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_program(arguments);
    };
    const ProgramRun few = refused({"--treated", "A", "--from", "4"});
    EXPECT_EQ(few.status, 3);
    EXPECT_NE(few.err.find("p.csv:1:2: A has 2 values before 4 (values from 2 to 4); a counterfactual needs 3"),
              std::string::npos)
        << few.err;
    EXPECT_EQ(refused({"--treated", "Z", "--from", "4"}).status, 3);
    EXPECT_EQ(refused({"--treated", "B", "--from", "40"}).status, 3);
    const ProgramRun gap = refused({"--treated", "B", "--from", "4"});
    EXPECT_EQ(gap.status, 3);
    EXPECT_NE(gap.err.find("A has no value for 1"), std::string::npos) << gap.err;
    for (const auto& [value, message] :
         std::vector<std::pair<std::string, std::string>>{{"nan", "--lambda is not a number; give 0 or more"},
                                                          {"inf", "--lambda is inf; give 0 or more"},
                                                          {"-1", "--lambda is -1; give 0 or more"}}) {
        const ProgramRun penalty = refused({"--treated", "B", "--from", "4", "--lambda", value});
        EXPECT_EQ(penalty.status, 2);
        EXPECT_NE(penalty.err.find(message), std::string::npos) << penalty.err;
    }
    const ProgramRun twice = refused({"--treated", "B", "--from", "4", "--donors", "A,A"});
    EXPECT_EQ(twice.status, 2);
    EXPECT_NE(twice.err.find("--donors names 'A' twice"), std::string::npos) << twice.err;
    const ProgramRun both = refused({"--treated", "B", "--from", "4", "--donors", "A,B"});
    EXPECT_EQ(both.status, 2);
    EXPECT_NE(both.err.find("'B' is the treated unit and a donor"), std::string::npos) << both.err;
    EXPECT_EQ(refused({"--treated", "B", "--from", "4", "--pre-fit", "nan"}).status, 2);
    EXPECT_EQ(refused({"--treated", "B", "--from", "4", "--v", "nested", "--intervals"}).status, 2);
    EXPECT_EQ(refused({"--treated", "B", "--from", "4", "--predictors", file}).status, 2);
    EXPECT_EQ(refused({"--treated", "B", "--from", "4", "--show", "placebos"}).status, 2);
    EXPECT_EQ(refused({"--treated", "B", "--from", "4", "--placebo", "spaces"}).status, 2);
}

}  // namespace trace_synth_test
}  // namespace tarazy
