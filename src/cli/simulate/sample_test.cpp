#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace simulate_sample_test {

using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string corridor = TARAZY_SOURCE_DIR "/examples/corridor/corridor.toml";

TEST(SimulateSample, EveryMethodWritesItsDesign) {
    for (const std::string method : {"saltelli", "morris", "shapley", "sobol", "latin-hypercube", "random"}) {
        const ProgramRun run = run_program({"simulate", "sample", corridor, "--method", method, "--base", "4"});
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_TRUE(run.out.starts_with(method == "saltelli" || method == "morris" || method == "shapley"
                                            ? "design,run,block,influence,pressure,assurance,growth,harvest\n"
                                            : "design,run,influence,pressure,assurance,growth,harvest\n"))
            << run.out.substr(0, 200);
        EXPECT_NE(run.err.find("runs of 5 inputs"), std::string::npos) << run.err;
        EXPECT_EQ(run.out, run_program({"simulate", "sample", corridor, "--method", method, "--base", "4"}).out);
    }
}

TEST(SimulateSample, FewerDigitsAreADesignOfTheirOwn) {
    const Folder folder;
    const std::string design = folder / "d.csv";
    ASSERT_EQ(run_program({"simulate", "sample", corridor, "--base", "8", "--digits", "3", "-o", design}).status, 0);
    const ProgramRun run = run_program(
        {"simulate", "sensitivity", "--design", design, "--outcome", "influence", "--inputs", "pressure,assurance"});
    EXPECT_EQ(run.status, 3);  // its own columns, but not all of them
    EXPECT_NE(run.err.find("is not the design 'saltelli-5-"), std::string::npos) << run.err;
}

TEST(SimulateSample, WhatIsWrongIsToldWithItsPlace) {
    const Folder folder;
    const std::string file = folder.write("bad.toml", "[[input]]\nname='x'\nlower=1\nuper=2\n");
    const ProgramRun run = run_program({"simulate", "sample", file});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("bad.toml:4:1: input 'x': unknown key 'uper'; did you mean 'upper'?"), std::string::npos)
        << run.err;
    EXPECT_EQ(run_program({"simulate", "sample", corridor, "--base", "1000"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "sample", corridor, "--base", "268435456"}).status, 5);
    EXPECT_EQ(run_program({"simulate", "sample", folder / "none.toml"}).status, 4);
}

TEST(SimulateSobolPoints, AreTheSequence) {
    EXPECT_EQ(run_program({"simulate", "sobol", "points", "--dims", "2", "--count", "4"}).out,
              "x0,x1\n0,0\n0.5,0.5\n0.75,0.25\n0.25,0.75\n");
    EXPECT_NE(run_program({"simulate", "sobol", "points", "--dims", "2", "--count", "3"}).err.find("no power of two"),
              std::string::npos);
    const std::string reference = TARAZY_SHARED_DIR "/reference/simulate/salib/sobol_points_d10_n256.csv";
    if (!std::filesystem::exists(reference)) GTEST_SKIP() << "no " << reference;
    std::string points = bytes_of(reference);
    std::erase(points, '\r');
    EXPECT_EQ(run_program({"simulate", "sobol", "points", "--dims", "10", "--count", "256"}).out, points);
}

}  // namespace simulate_sample_test
}  // namespace tarazy
