#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace trace_changepoints_posterior_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

ProgramRun run_nile(std::vector<std::string> more) {
    std::vector<std::string> words = {
        "trace",   "changepoints", "--data",    TARAZY_SOURCE_DIR "/examples/nile/nile.csv",
        "--value", "flow",         "--samples", "199"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
}

TEST(TraceChangepointsPosterior, TheNileChangesAfter1898) {
    const ProgramRun run = run_nile({"--method", "bayes", "--level", "0.9"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(
        run.out.starts_with("series,change_after,lower,upper,probability,held,dates,guaranteed_from,"
                            "guaranteed_to\nflow,1898,1896,1898,0.9"))
        << run.out;
}

TEST(TraceChangepointsPosterior, EveryViewOfThePosterior) {
    for (const auto& [show, header] : std::vector<std::pair<std::string, std::string>>{
             {"each", "series,t,y,mean,sd,change_after\n"},
             {"summary", "series,n,first,last,draws,expected_changes,"},
             {"numbers", "series,changes,probability\n"},
             {"guaranteed", "series,from,to,deviation,sigma,threshold\n"},
             {"priors", "series,prior,expected_changes,any_change,map_changes,"},
             {"windows", "series,from,to,probability\nflow,1895,1900,0.99"}}) {
        const ProgramRun run = run_nile({"--method", "bayes", "--show", show, "--window", "1895:1900"});
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_TRUE(run.out.starts_with(header)) << show << '\n' << run.out;
    }
}

TEST(TraceChangepointsPosterior, GuaranteedAnyChangeAndEDivisive) {
    const ProgramRun guaranteed = run_nile({"--method", "guaranteed", "--norm", "dyadic", "--threshold", "asymptotic"});
    EXPECT_EQ(guaranteed.status, 0) << guaranteed.err;
    EXPECT_NE(guaranteed.out.find("flow,,1887,1901,,1887,1902,"), std::string::npos) << guaranteed.out;
    const ProgramRun any = run_nile({"--method", "any-change", "--format", "json", "--null", "permutations"});
    const auto rows = nlohmann::json::parse(any.out)["result"];
    EXPECT_EQ(rows[0]["change_after"], "1898");
    EXPECT_EQ(rows[0]["p"], 0.005);
    const ProgramRun divisive = run_nile({"--method", "e-divisive"});
    EXPECT_NE(divisive.out.find("flow,1898,,,,0.005,"), std::string::npos) << divisive.out;
}

TEST(TraceChangepointsPosterior, ASeriesWithoutAChangeIsSaid) {
    const Folder folder;
    const std::string file = folder.write("a.csv", "t,y\n1,3\n2,1\n3,4\n4,1\n5,5\n6,2\n7,3\n8,1\n");
    const ProgramRun run = run_program({"trace", "changepoints", "--data", file, "--method", "guaranteed"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.err.find("series y: no guaranteed interval"), std::string::npos) << run.err;
}

TEST(TraceChangepointsPosterior, WhatDoesNotFitIsRefused) {
    for (const auto& [words, part] : std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"--method", "bayes", "--prior-p", "2"}, "prior p is 2"},
             {{"--method", "bayes", "--show", "windows"}, "there is none"},
             {{"--method", "bayes", "--window", "1900:1890"}, "--window is 1900:1890"},
             {{"--method", "exact"}, "--samples belongs to --method bayes"},
             {{"--method", "e-divisive", "--exponent", "9"}, "--exponent is 9; give a number above 0 and at most 2"},
             {{"--method", "bayes", "--prior-p", "nan"}, "prior p is not a number"},
             {{"--method", "bayes", "--window", ""}, "--window is empty"},
             {{"--method", "guaranteed", "--lags", "-1"}, "--lags: "},
             {{"--method", "guaranteed", "--lags", "4"}, "--lags: Value 4 not in range 0 to 3"},
             {{"--method", "any-change", "--block", "-1"}, "--block: "},
             {{"--method", "guaranteed", "--alpha", "nan"}, "--alpha is not a number"},
             {{"--method", "guaranteed", "--alpha", "2"}, "--alpha is 2"}}) {
        const ProgramRun run = run_nile(words);
        EXPECT_EQ(run.status, 2) << part;
        EXPECT_NE(run.err.find(part), std::string::npos) << run.err;
    }
}

}  // namespace trace_changepoints_posterior_test
}  // namespace tarazy
