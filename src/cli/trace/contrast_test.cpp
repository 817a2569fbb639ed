#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace trace_contrast_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string rows =
    "unit,time,outcome\nA,1,10\nA,2,12\nA,3,4\nA,4,2\nB,1,5\nB,2,5\nB,3,6\nB,4,6\nC,1,1\nC,2,1\nC,3,0\nC,4,\nD,1,2\n"
    "D,2,2\nD,3,2\nD,4,2\n";

ProgramRun contrast_of(const std::string& file, const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"trace", "contrast", "--data", file};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
}

TEST(TraceContrast, EveryUnitAgainstAllOthers) {
    const Folder folder;
    const std::string file = folder.write("x.csv", rows);
    const ProgramRun run =
        contrast_of(file, {"--before", "1-2", "--after", "3-4", "--least", "2", "--treated", "A", "--format", "csv"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "unit,n_before,n_after,before,after,change,difference,rank,p\nA,2,2,11,3,-8,-8.5,1,0.333333333333333\n"
              "B,2,2,5,6,1,5,2,0.666666666666667\nD,2,2,2,2,0,3.5,3,1\n");
    EXPECT_NE(run.err.find("left out: C has fewer than 2 values in one of the windows"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("A: difference -8.5, rank 1 of 3 by size, p = 0.333333333333333"), std::string::npos)
        << run.err;
}

TEST(TraceContrast, DonorsAreThoseNamed) {
    const Folder folder;
    const std::string file = folder.write("x.csv", rows);
    const ProgramRun run = contrast_of(file, {"--before", "1-2", "--after", "3-4", "--least", "2", "--treated", "A",
                                              "--donors", "D", "--format", "csv"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("A,2,2,11,3,-8,-8,2,1\n"), std::string::npos) << run.out;
    EXPECT_EQ(run.out.find("\nB,"), std::string::npos);
}

TEST(TraceContrast, AUnitAloneAndNoUnitAreTold) {
    const Folder folder;
    const std::string file = folder.write("x.csv", rows);
    const ProgramRun alone =
        contrast_of(file, {"--before", "1-2", "--after", "3-4", "--least", "2", "--treated", "A", "--donors", "C"});
    EXPECT_EQ(alone.status, 0);
    EXPECT_NE(alone.err.find("A stands alone"), std::string::npos) << alone.err;
    const ProgramRun none = contrast_of(file, {"--before", "1-2", "--after", "3-4"});
    EXPECT_NE(none.err.find("no unit has enough values in both windows"), std::string::npos) << none.err;
    const ProgramRun few = contrast_of(file, {"--before", "1-2", "--after", "3-4", "--least", "2", "--treated", "C"});
    EXPECT_NE(few.err.find("no difference of C"), std::string::npos) << few.err;
}

TEST(TraceContrast, WhatIsMistypedIsNamed) {
    const Folder folder;
    const std::string file = folder.write("x.csv", rows);
    const auto refused = [&](const std::vector<std::string>& more, const std::string& words, int status = 2) {
        const ProgramRun run = contrast_of(file, more);
        EXPECT_EQ(run.status, status) << run.err;
        EXPECT_NE(run.err.find(words), std::string::npos) << run.err;
    };
    refused({"--before", "2-1", "--after", "3-4"}, "--before is '2-1'; give the first and the last period");
    refused({"--before", "nan", "--after", "3-4"}, "--before is 'nan'");
    refused({"--before", "", "--after", "3-4"}, "--before is empty");
    refused({"--before", "1-3", "--after", "3-4"}, "the windows overlap");
    refused({"--before", "1-2", "--after", "3-4", "--treated", "AA"}, "--treated: there is no unit 'AA'");
    refused({"--before", "1-2", "--after", "3-4", "--donors", "B,B"}, "--donors names 'B' twice");
    refused({"--before", "1-2", "--after", "3-4", "--donors", "A,B", "--treated", "A"},
            "'A' is the treated unit and a donor");
    refused({"--before", "1-2", "--after", "3-4", "--least", "0"}, "--least");
    refused({"--before", "1-2", "--after", "3-4", "--least", "2", "--donors", "B,DD"},
            "--donors: there is no unit 'DD'", 0);
    refused({"--before", "1-2", "--after", "3-4", "--outcome", "outcom"}, "outcome", 3);
}

TEST(TraceContrast, StatesAreFoundByCodeOrName) {
    const Folder folder;
    const std::string file = folder.write(
        "x.csv",
        "unit,time,outcome\nKazakhstan,1,10\nKazakhstan,2,4\nUzbekistan,1,5\nUzbekistan,2,6\nOther,1,1\nOther,2,1\n");
    for (const char* state : {"KAZ", "Қазақстан", "Казахстан", "705"}) {
        const ProgramRun run = contrast_of(file, {"--before", "1", "--after", "2", "--least", "1", "--treated", state,
                                                  "--donors", "UZB", "--format", "csv"});
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_NE(run.out.find(std::string(state) + ",1,1,10,4,-6,-7,2,1\n"), std::string::npos) << run.out << run.err;
        EXPECT_NE(run.err.find("x.csv: the column 'unit' spells states otherwise: 'Kazakhstan' (" + std::string(state) +
                               "), 'Uzbekistan' (UZB)"),
                  std::string::npos)
            << run.err;
    }
}

}  // namespace trace_contrast_test
}  // namespace tarazy
