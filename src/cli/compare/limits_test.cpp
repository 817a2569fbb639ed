// Options beyond what they mean, and results that would take the place of their own table.

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <cstdint>

namespace tarazy {
namespace compare_limits_test {

using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string cases = "case,A,B,Y,n\np,1,1,1,3\nq,1,0,1,1\nr,0,1,0,2\ns,0,0,1,1\n";

ProgramRun compared(const std::string& verb, const std::string& file, std::vector<std::string> more) {
    std::vector<std::string> arguments = {"compare", verb, "--data", file, "--outcome", "Y", "--conditions", "A,B"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
}

TEST(CompareLimits, CutOffsAndSlackOutsideTheirRangeAreRefused) {
    const Folder folder;
    const std::string file = folder.write("t.csv", cases);
    EXPECT_EQ(compared("necessity", file, {"--incl-cut", "2"}).status, 2);
    EXPECT_EQ(compared("necessity", file, {"--ron-cut", "-0.1"}).status, 2);
    EXPECT_EQ(compared("select", file, {"--slack", "-1"}).status, 2);
    EXPECT_EQ(compared("select", file, {"--slack", "1"}).status, 0);
}

TEST(CompareLimits, AResultNeverReplacesItsOwnTable) {
    const Folder folder;
    const std::string file = folder.write("t.csv", cases);
    for (const char* verb : {"truth-table", "necessity", "contradictions"}) {
        const ProgramRun run = compared(verb, file, {"-o", file});
        EXPECT_EQ(run.status, 2) << verb;
        EXPECT_NE(run.err.find("is a table that the command reads; name another file"), std::string::npos) << run.err;
        EXPECT_EQ(bytes_of(file), cases) << verb;
    }
    EXPECT_EQ(compared("truth-table", file, {"-o", folder / "new.csv"}).status, 0);
    EXPECT_EQ(compared("truth-table", file, {"-o", folder / "new.csv"}).status, 0);  // results may be made again
}

TEST(CompareLimits, ContradictionsCountFrequencies) {
    const Folder folder;
    const std::string file = folder.write("t.csv", "case,A,B,Y,n\np,1,1,1,3\nq,1,0,1,2\nr,1,0,0,2\ns,0,0,0,5\n");
    const ProgramRun run =
        compared("contradictions", file, {"--frequency", "n", "--incl-cut", "0.5", "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("simultaneous,3,A*~B,1,4,0.5,0.5,0.5,0.5,q; r"), std::string::npos) << run.out;
    EXPECT_EQ(compared("contradictions", file, {"--time-limit", "0"}).status, 2);
    EXPECT_EQ(compared("contradictions", file, {"--time-limit", "60"}).status, 0);
}

TEST(CompareLimits, WhatWasTriedUntilTheTimeWasUpIsTold) {
    const Folder folder;
    const std::string file = folder.write("t.csv", cases);
    const ProgramRun stopped = compared("robustness", file, {"--what", "cells", "--time-limit", "1e-9"});
    EXPECT_EQ(stopped.status, 5);
    EXPECT_NE(stopped.err.find("12 more cells were not turned over"), std::string::npos) << stopped.err;
    const ProgramRun fragile =
        compared("robustness", file,
                 {"--what", "fragility", "--cells",
                  folder.write("cells.csv", "case,variable,value,confidence\np,A,1,low\n"), "--time-limit", "1e-9"});
    EXPECT_EQ(fragile.status, 5) << fragile.err;
    EXPECT_NE(fragile.err.find("stopped at the limit of time among the sets of 1 cells"), std::string::npos)
        << fragile.err;
    for (const char* verb : {"necessity", "robustness"}) {
        EXPECT_EQ(compared(verb, file, {"--time-limit", "60"}).status, 0) << verb;
        EXPECT_EQ(compared(verb, file, {"--time-limit", "0"}).status, 2) << verb;
    }
}

TEST(CompareLimits, ContradictionsOfAWideSparseTableEnd) {
    const Folder folder;
    std::string header = "case", conditions, rows;
    for (int c = 0; c < 60; ++c) conditions += (c > 0 ? ",C" : "C") + std::to_string(c);
    std::uint64_t state = 7;
    for (int row = 0; row < 20; ++row) {
        rows += "c" + std::to_string(row);
        for (int c = 0; c < 60; ++c) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            rows += state >> 63U ? ",1" : ",0";
        }
        rows += row % 2 == 0 ? ",0\n" : ",1\n";
    }
    const std::string file = folder.write("wide.csv", header + "," + conditions + ",Y\n" + rows);
    const ProgramRun run =
        run_program({"compare", "contradictions", "--data", file, "--outcome", "Y", "--conditions", conditions});
    EXPECT_EQ(run.status, 5) << run.err;
    EXPECT_NE(run.err.find("too many terms to be compared"), std::string::npos) << run.err;
}

TEST(CompareLimits, LogicalWordsOfRAreNamedWithTheirRemedy) {
    const Folder folder;
    const std::string file = folder.write("t.csv", "case,A,B,Y\np,TRUE,1,1\nq,FALSE,0,0\n");
    const ProgramRun refused = compared("truth-table", file, {});
    EXPECT_EQ(refused.status, 3);
    EXPECT_NE(refused.err.find("add --recode A:TRUE=1,FALSE=0"), std::string::npos) << refused.err;
    EXPECT_EQ(compared("truth-table", file, {"--recode", "A:TRUE=1,FALSE=0"}).status, 0);
}

}  // namespace compare_limits_test
}  // namespace tarazy
