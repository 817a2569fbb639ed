#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace simulate_assure_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string examples = TARAZY_SOURCE_DIR "/examples/assurance/";

TEST(SimulateAssure, StaticsOverBeliefAndCost) {
    const ProgramRun run =
        run_program({"simulate", "assure", "--p", "0:1:0.5", "--audience-cost", "0.2,0.6", "--lambda", "4"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("p,audience_cost,lambda,assure_given_resolved,")) << run.out;
    EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 7);
}

TEST(SimulateAssure, AFileOfNumbersAndItsThresholds) {
    const ProgramRun run = run_program(
        {"simulate", "assure", examples + "assurance.toml", "--show", "thresholds", "--lambda", "4", "--digits", "3"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("the state rather forgoes when assured,forgo_given_assure,0.5,0."), std::string::npos)
        << run.out;
}

TEST(SimulateAssure, AnyGameInTheFormOfGambit) {
    const std::string horse = examples + "selten_horse.efg";
    const ProgramRun qre = run_program({"simulate", "assure", horse, "--lambda", "0,2", "--digits", "4"});
    EXPECT_EQ(qre.out,
              "lambda,P1.C,P1.D,P2.c,P2.d,P3.L,P3.R\n0,0.5,0.5,0.5,0.5,0.5,0.5\n"
              "2,0.6869,0.3131,0.112,0.888,0.5088,0.4912\n")
        << qre.err;
    const ProgramRun pure = run_program({"simulate", "assure", "--game", horse, "--show", "pure"});
    EXPECT_EQ(pure.out,
              "equilibrium,P1.C,P1.D,P2.c,P2.d,P3.L,P3.R,payoff.P1,payoff.P2,payoff.P3\n"
              "1,0,1,1,0,1,0,3,2,2\n2,1,0,1,0,0,1,1,1,1\n")
        << pure.err;
    const ProgramRun limit = run_program({"simulate", "assure", horse, "--show", "limit"});
    EXPECT_EQ(limit.status, 0) << limit.err;
    EXPECT_NE(limit.err.find("one candidate for a sequential equilibrium"), std::string::npos) << limit.err;
    EXPECT_EQ(run_program({"simulate", "assure", horse, "--show", "beliefs"}).status, 0);
}

TEST(SimulateAssure, TheGameIsWrittenForGambit) {
    const Folder folder;
    const std::string file = folder / "game.efg";
    const ProgramRun run =
        run_program({"simulate", "assure", "--p", "0.7", "--show", "qre", "--write", file, "--lambda", "4"});
    EXPECT_EQ(run.status, 0) << run.err;
    const ProgramRun again = run_program({"simulate", "assure", file, "--lambda", "4"});
    EXPECT_EQ(again.out, run.out);
}

TEST(SimulateAssure, AGameInAnotherEncodingIsReadAndThatIsTold) {
    const Folder folder;
    const std::string game = "NFG 1 R \"\" { \"\xCA\xE0\xE7\xE0\xF5\xF1\xF2\xE0\xED\" \"B\" } { 2 1 }\n1 0 0 1\n";
    const std::string file = folder.write("game.nfg", game);
    const ProgramRun run = run_program({"simulate", "assure", file, "--show", "pure"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("Казахстан"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("it was read as Windows-1251; --encoding says otherwise"), std::string::npos) << run.err;
    const ProgramRun latin = run_program({"simulate", "assure", file, "--show", "pure", "--encoding", "latin-1"});
    EXPECT_NE(latin.out.find("Êàçàõñòàí"), std::string::npos) << latin.out;
}

TEST(SimulateAssure, BadInputAndUsage) {
    const Folder folder;
    const std::string wrong =
        folder.write("wrong.efg", "EFG 2 R \"\" { \"A\" }\nc \"\" 1 \"\" { \"x\" 0.5 } 0\nt \"\" 0\n");
    const ProgramRun run = run_program({"simulate", "assure", wrong});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("wrong.efg:2:11: the probabilities sum to 0.5"), std::string::npos) << run.err;
    const std::string numbers = folder.write("numbers.toml", "[game]\np = 2\n");
    EXPECT_EQ(run_program({"simulate", "assure", numbers}).status, 3);
    EXPECT_EQ(run_program({"simulate", "assure", "--p", "2"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "assure", "--set", "state_hedge=1"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "assure", "--p", "0.1,0.2", "--show", "qre"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "assure", examples + "selten_horse.efg", "--p", "0.1"}).status, 2);
    EXPECT_EQ(run_program({"simulate", "assure", examples + "selten_horse.efg", "--show", "statics"}).status, 2);
    // What was not reached is told, and missing.
    const ProgramRun cut = run_program({"simulate", "assure", "--show", "qre", "--lambda", "900", "--steps", "2"});
    EXPECT_EQ(cut.status, 1);
    EXPECT_NE(cut.err.find("the branch was not followed to lambda 900"), std::string::npos) << cut.err;
}

}  // namespace simulate_assure_test
}  // namespace tarazy
