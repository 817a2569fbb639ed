#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace trace_its_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string series = TARAZY_SOURCE_DIR "/src/trace/testdata/its_series.csv";

TEST(TraceIts, TermsHaveTheColumnsOfTheReference) {
    const ProgramRun run = run_program({"trace", "its", "--data", series, "--series", "series=nile", "--time", "t",
                                        "--value", "y", "--at", "29", "--lag", "3"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("term,estimate,se_ols,se_nw,t_nw,p_nw,lower,upper\n(Intercept),1080.93650793651,"))
        << run.out;
    EXPECT_NE(run.err.find("100 observations, 28 before 29; Newey-West lag 3; Durbin-Watson 1.68784"),
              std::string::npos)
        << run.err;
}

TEST(TraceIts, EverythingAsJson) {
    const ProgramRun run = run_program({"trace", "its", "--data", series, "--series", "series=kz_ru_2012", "--time",
                                        "t", "--value", "y", "--at", "21", "--format", "json", "--quiet"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto result = nlohmann::json::parse(run.out)["result"];
    EXPECT_EQ(result["n"], 28);
    EXPECT_EQ(result["terms"].size(), 4u);
    EXPECT_EQ(result["fitted"].size(), 28u);
    EXPECT_NEAR(result["dw"].get<double>(), 1.63177965695, 1e-8);
}

TEST(TraceIts, WhatCannotBeFittedIsRefused) {
    const Folder folder;
    const std::string file = folder.write("s.csv", "time,value\n1,1\n2,2\n3,\n4,4\n5,5\n6,6\n");
    const ProgramRun gap = run_program({"trace", "its", "--data", file, "--at", "4"});
    EXPECT_EQ(gap.status, 3);
    EXPECT_NE(gap.err.find("s.csv:4:2: the value of 3 is missing inside of the series"), std::string::npos) << gap.err;
    const ProgramRun few = run_program({"trace", "its", "--data", file, "--at", "5", "--since", "4"});
    EXPECT_EQ(few.status, 3);
    EXPECT_NE(few.err.find("s.csv: an interruption at 5 has 1 observations before and 2 from then on"),
              std::string::npos)
        << few.err;
    EXPECT_EQ(run_program({"trace", "its", "--data", file, "--at", "4", "--series", "nile"}).status, 2);
}

}  // namespace trace_its_test
}  // namespace tarazy
