#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace trace_changepoints_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string nile = TARAZY_SOURCE_DIR "/examples/nile/nile.csv";
const std::string references = TARAZY_SOURCE_DIR "/src/trace/testdata/series.csv";

ProgramRun changepoints(const std::string& data, std::vector<std::string> more) {
    std::vector<std::string> arguments = {"trace", "changepoints", "--data", data};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
}

TEST(TraceChangepoints, TheNileChangesAfter1898) {
    const ProgramRun run = changepoints(nile, {"--value", "flow", "--certify"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "series,change_after,lower,upper,probability,index,before,after\n"
              "flow,1898,,,,28,1097.75,849.972222222222\n");
    EXPECT_NE(run.err.find("values divided by 115.3"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("certified, the full programme finds the same optimum, 141.5"), std::string::npos)
        << run.err;
}

TEST(TraceChangepoints, PeltIsTheSameOptimum) {
    const ProgramRun run = changepoints(references, {"--series", "discoveries", "--statistic", "poisson", "--method",
                                                     "pelt", "--format", "json", "--certify"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto result = nlohmann::json::parse(run.out)["result"];
    // The established program finds 24, 29 and 73, which costs more under its own penalty.
    EXPECT_EQ(result["series"][0]["changes"], nlohmann::json::parse("[73]"));
    EXPECT_EQ(result["series"][0]["penalty"]["name"], "mbic");
    EXPECT_TRUE(result["series"][0]["certificate"]["same_changes"]);
    EXPECT_EQ(result["changes"][0]["change_after"], "73");
}

TEST(TraceChangepoints, BaiPerronWithIntervalsModelsAndTest) {
    const ProgramRun run = changepoints(nile, {"--value", "flow", "--method", "bai-perron"});
    EXPECT_EQ(run.out,
              "series,change_after,lower,upper,probability,index,before,after\n"
              "flow,1898,1895,1902,,28,1097.75,849.972222222222\n");
    EXPECT_NE(run.err.find("supF 75.93 after 1898, p 1.9"), std::string::npos) << run.err;
    const ProgramRun models =
        changepoints(nile, {"--value", "flow", "--method", "bai-perron", "--models", "--h", "0.28"});
    EXPECT_TRUE(
        models.out.starts_with("series,breaks,rss,bic,chosen,change_after\n"
                               "flow,0,2835156.75,1318.24180687618,0,\n"
                               "flow,1,1597457.19444444,1270.08373573957,1,1898\n"
                               "flow,2,"))
        << models.out;
}

TEST(TraceChangepoints, AllSegmentationsBetweenTwoPenalties) {
    const ProgramRun run = changepoints(nile, {"--value", "flow", "--path", "7,200"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find(",1,120.1"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find(",200,0,213.1"), std::string::npos) << run.out;
}

TEST(TraceChangepoints, DrawsGiveSharesAndDates) {
    const Folder folder;
    std::string text = "year,draw,y\n";
    for (int draw = 1; draw <= 20; ++draw) {
        for (int year = 1; year <= 30; ++year) {
            const double noise = ((year * 7 + draw * 3) % 5) / 10.0;
            text += std::to_string(1990 + year) + ',' + std::to_string(draw) + ',' +
                    std::to_string(noise + (year > (draw <= 15 ? 12 : 14) ? 3 : 0)) + '\n';
        }
    }
    const ProgramRun run =
        changepoints(folder.write("draws.csv", text), {"--draw", "draw", "--scale", "none", "--penalty", "3"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("y,2002,2002,2004,1,12,"), std::string::npos) << run.out;
}

TEST(TraceChangepoints, NoChangeIsSaid) {
    const Folder folder;
    const ProgramRun run = changepoints(folder.write("flat.csv", "y\n1\n2\n1\n3\n1\n2\n2\n3\n"), {});
    EXPECT_EQ(run.status, 0);
    EXPECT_EQ(run.out, "series,change_after,lower,upper,probability,index,before,after\n");
    EXPECT_NE(run.err.find("series y: no change"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("no column of times"), std::string::npos) << run.err;
}

struct Refusal {
    std::string text;
    std::vector<std::string> options;
    int status;
    std::string message;
};

TEST(TraceChangepoints, WhatCannotBeIsNamed) {
    const Folder folder;
    const std::string steps = "t,y\n1,0\n2,0\n3,0\n4,0\n5,4\n6,4\n7,4\n8,4\n";
    const std::vector<Refusal> refusals = {
        {"t,y\n1,3\n2,3\n3,3\n4,3\n", {}, 3, "data.csv:2:2: series y is constant"},
        {steps, {}, 3, "is constant after differencing"},
        {"t,y\n1,0\n2,4\n", {}, 3, "data.csv:2:2: series y has 2 values, too few to tell noise from change"},
        {steps, {"--min-segment", "0"}, 2, "--min-segment: Value 0 not in range 1 to 1000000000"},
        {steps, {"--min-segment", "5"}, 3, "at least 10 are needed for two segments of 5 (--min-segment)"},
        {"t,y\n1,0\n3,1\n2,0\n4,4\n", {}, 3, "data.csv:4:1: the time 2 comes after a later one"},
        {"t,y\n1,0\n2,1\n2,0\n4,4\n", {}, 3, "data.csv:4:1: the time 2 stands already on line 3"},
        {"t,y\n1,0\n2,\n3,0\n4,4\n", {}, 3, "data.csv:3:2: the value is missing"},
        {"t,y\n1,0\n2,NaN\n3,0\n4,4\n", {}, 3, "data.csv:3:2: "},
        {"t,y\n1,0\n2,-1\n3,0\n4,4\n", {"--statistic", "poisson"}, 3, "data.csv:3:2: series y, 2: -1 is no count"},
        {steps, {"--h", "0.3"}, 2, "--h belongs to --method bai-perron"},
        {steps, {"--method", "bai-perron", "--certify"}, 2, "--certify belongs to --method exact, pelt"},
        {steps, {"--method", "bai-perron", "--h", "0.7"}, 2, "--h is 0.7; of 8 observations"},
        {"t,y\n1,1\n2,3\n3,1\n4,2\n5,1\n",
         {"--method", "bai-perron"},
         3,
         "data.csv:2:2: series y has 5 observations; at least 14 are needed"},
        {steps, {"--level", "nan"}, 2, "--level is not a number; give a number from 0.01 to 0.999"},
        {steps, {"--level", "1.5"}, 2, "--level is 1.5; give a number from 0.01 to 0.999"},
        {steps, {"--method", "guaranteed"}, 3, "data.csv:2:2: series y: the noise of the series is estimated as zero"},
        {steps, {"--method", "e-divisive"}, 3, "data.csv:2:2: series y: a series of 8 observations has no two"},
        {steps, {"--penalty", "bik", "--scale", "none"}, 2, "--penalty"},
        {steps, {"--path", "5"}, 2, "--path is 5; give two penalties"},
        {steps, {"--value", "z"}, 3, "z"},
        {steps, {"--statistic", "negbin", "--dispersion", "0"}, 2, "--dispersion"},
        {"series,t,y\na,1,0\na,2,3\n", {"--series", "b"}, 2, "--series is b"},
    };
    for (const Refusal& refusal : refusals) {
        const ProgramRun run = changepoints(folder.write("data.csv", refusal.text), refusal.options);
        EXPECT_EQ(run.status, refusal.status) << refusal.message << '\n' << run.err;
        EXPECT_NE(run.err.find(refusal.message), std::string::npos) << refusal.message << '\n' << run.err;
        EXPECT_EQ(run.out, "");
    }
}

}  // namespace trace_changepoints_test
}  // namespace tarazy
