#include "base/ranks.hpp"

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace simulate_ensemble_test {

using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::kill_program;
using testing_program::ProgramRun;
using testing_program::run_program;
using testing_program::tested_program;

const std::string corridor = TARAZY_SOURCE_DIR "/examples/corridor/ensemble.toml";

TEST(SimulateEnsemble, FanRunsAndThresholds) {
    const ProgramRun fan = run_program({"simulate", "ensemble", corridor});
    EXPECT_EQ(fan.status, 0) << fan.err;
    EXPECT_TRUE(fan.out.starts_with("policy,outcome,year,n,q05,q10,q25,q50,q75,q90,q95\nwait,lean,2025,1000,"))
        << fan.out.substr(0, 200);
    EXPECT_EQ(fan.out, run_program({"simulate", "ensemble", corridor, "--threads", "1"}).out);
    EXPECT_NE(fan.out, run_program({"simulate", "ensemble", corridor, "--seed", "2"}).out);
    EXPECT_TRUE(
        run_program({"simulate", "ensemble", corridor, "--show", "thresholds"})
            .out.starts_with("policy,threshold,outcome,limit,n,share,share_lower,share_upper\nwait,balance holds,"));
}

TEST(SimulateEnsemble, RunsGoIntoSensitivityAndRobustness) {
    const Folder folder;
    const std::string one = folder / "wait.csv", all = folder / "all.csv";
    ASSERT_EQ(run_program({"simulate", "ensemble", corridor, "--show", "runs", "--policy", "wait", "-o", one}).status,
              0);
    ASSERT_EQ(run_program({"simulate", "ensemble", corridor, "--show", "runs", "-o", all}).status, 0);
    const ProgramRun pawn =
        run_program({"simulate", "sensitivity", "--design", one, "--outcome", "balance", "--method", "pawn"});
    EXPECT_EQ(pawn.status, 0) << pawn.err;
    EXPECT_NE(pawn.out.find("\nbalance,hazard,"), std::string::npos);
    EXPECT_EQ(run_program({"simulate", "robustness", all, "--outcome", "balance", "--bootstrap", "10"}).status, 0);
    EXPECT_EQ(run_program({"simulate", "ensemble", corridor, "--show", "runs", "--policy", "wiat"}).status, 2);
}

TEST(SimulateEnsemble, AfterAKillTheSameCommandGoesOnToTheSameBytes) {
    const Folder folder;
    std::string text = bytes_of(corridor);
    text.replace(text.find("base = 1000"), 11, "base = 40000");
    const std::string scenario = folder.write("large.toml", text), kept = folder / "kept";
    const std::vector<std::string> command = {"simulate", "ensemble", scenario, "--checkpoint", kept};
    bool killed = false;
    for (int milliseconds = 100; !killed && milliseconds < 3000; milliseconds += milliseconds / 3) {
        std::filesystem::remove_all(kept);
        killed = kill_program(command, std::chrono::milliseconds(milliseconds)) && std::filesystem::exists(kept) &&
                 !std::filesystem::is_empty(kept);
    }
    if (!killed) GTEST_SKIP() << "this machine was too fast or too slow to be killed in the middle";
    const ProgramRun resumed = run_program(command);
    EXPECT_EQ(resumed.status, 0) << resumed.err;
    EXPECT_EQ(resumed.out, run_program({"simulate", "ensemble", scenario}).out);
    EXPECT_FALSE(std::filesystem::exists(kept));
}

TEST(SimulateEnsemble, TheSameBytesAtOneTwoAndThreeProcesses) {
    if (std::system("mpirun --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "no mpirun here";
    const std::string alone = run_program({"simulate", "ensemble", corridor}).out;
    for (const char* ranks : {"1", "2", "3"}) {
        const Folder folder;
        const std::string out = folder / "out";
        const std::string line = "timeout 120 mpirun --allow-run-as-root --oversubscribe -n " + std::string(ranks) +
                                 " '" + tested_program() + "' simulate ensemble '" + corridor +
                                 "' --format csv --checkpoint '" + (folder / "kept") + "' > '" + out + "' 2> /dev/null";
        EXPECT_EQ(std::system(line.c_str()), 0) << ranks;
        EXPECT_EQ(bytes_of(out), alone) << ranks;
    }
}

TEST(SimulateEnsemble, MoreProcessesThanRunsAreRefused) {
    if (std::system("mpirun --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "no mpirun here";
    const Folder folder;
    std::string text = bytes_of(corridor);
    text.replace(text.find("base = 1000"), 11, "base = 2");
    const std::string line = std::string("timeout 120 mpirun --allow-run-as-root --oversubscribe -n 3 '") +
                             tested_program() + "' simulate ensemble '" + folder.write("two.toml", text) +
                             "' --format csv > '" + (folder / "out") + "' 2> '" + (folder / "err") + "'";
    const int state = std::system(line.c_str());
    EXPECT_EQ(WIFEXITED(state) ? WEXITSTATUS(state) : -1, 2);
    EXPECT_EQ(bytes_of(folder / "out"), "");
    EXPECT_NE(bytes_of(folder / "err").find("mpirun started 3 processes for 2 blocks of runs"), std::string::npos)
        << bytes_of(folder / "err");
}

TEST(SimulateEnsemble, WhatIsWrongIsToldWithItsPlace) {
    const Folder folder;
    std::string text = bytes_of(corridor);
    text.replace(text.find("influence - 0.5"), 15, "influnce - 0.5 ");
    const ProgramRun run = run_program({"simulate", "ensemble", folder.write("bad.toml", text)});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("there is no number 'influnce'; did you mean 'influence'?"), std::string::npos) << run.err;
    EXPECT_EQ(run_program({"simulate", "ensemble", corridor, "--checkpoint", TARAZY_SOURCE_DIR "/examples"}).status, 2);
    const std::string none = "[run]\nbase=20\n[[input]]\nname='x'\nlower=0\nupper=1\n[model.outcomes]\ny='log(-1-x)'\n";
    const ProgramRun undefined = run_program({"simulate", "ensemble", folder.write("none.toml", none)});
    EXPECT_EQ(undefined.status, 3);
    EXPECT_NE(undefined.err.find("no outcome is defined in any run"), std::string::npos) << undefined.err;
}

}  // namespace simulate_ensemble_test
}  // namespace tarazy
