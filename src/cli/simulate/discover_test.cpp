#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace simulate_discover_test {

using testing_program::ProgramRun;
using testing_program::run_program;

ProgramRun discover(const std::vector<std::string>& more) {
    std::vector<std::string> words = {"simulate",  "discover",
                                      "--design",  TARAZY_SOURCE_DIR "/examples/corridor/lhs_runs.csv",
                                      "--outcome", "balance"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
}

TEST(SimulateDiscover, ColumnsOfBoxesAndTrajectory) {
    const ProgramRun boxes = discover({"--below", "0.3", "--bootstrap", "10"});
    EXPECT_EQ(boxes.status, 0) << boxes.err;
    EXPECT_TRUE(boxes.out.starts_with(
        "box,coverage,density,mass,runs,cases,overlap,input,lower,upper,quasi_p,restricted_share,lower_q05,lower_q95,"
        "upper_q05,upper_q95\n1,"))
        << boxes.out;
    EXPECT_NE(boxes.out.find(",pressure,"), std::string::npos) << boxes.out;
    EXPECT_EQ(boxes.out, discover({"--below", "0.3", "--bootstrap", "10", "--threads", "1"}).out);
    EXPECT_TRUE(discover({"--below", "0.3", "--show", "trajectory", "--bootstrap", "0"})
                    .out.starts_with("box,step,coverage,density,mass,runs,cases,restricted,chosen,inputs\n1,0,1,"));
}

TEST(SimulateDiscover, ThresholdsThatTellNothingApartAreRefused) {
    EXPECT_EQ(discover({}).status, 2);
    EXPECT_EQ(discover({"--above", "0.5", "--below", "0.3"}).status, 2);
    const ProgramRun none = discover({"--above", "7"});
    EXPECT_EQ(none.status, 3);
    EXPECT_NE(none.err.find("no run is a case; move the threshold; outcomes go from "), std::string::npos) << none.err;
    EXPECT_EQ(discover({"--below", "7"}).status, 3);
}

TEST(SimulateDiscover, ThePolicyOfARunIsNoInput) {
    const testing_program::Folder folder;
    const std::string all = folder / "all.csv", wait = folder / "wait.csv",
                      scenario = TARAZY_SOURCE_DIR "/examples/corridor/ensemble.toml";
    ASSERT_EQ(run_program({"simulate", "ensemble", scenario, "--show", "runs", "-o", all}).status, 0);
    ASSERT_EQ(run_program({"simulate", "ensemble", scenario, "--show", "runs", "--policy", "wait", "-o", wait}).status,
              0);
    const auto boxes = [&](const std::string& file, const std::vector<std::string>& more) {
        std::vector<std::string> words = {"simulate", "discover", "--design", file,          "--outcome",
                                          "balance",  "--below",  "0.3",      "--bootstrap", "0"};
        words.insert(words.end(), more.begin(), more.end());
        return run_program(words);
    };
    const ProgramRun several = boxes(all, {});
    EXPECT_EQ(several.status, 3);
    EXPECT_NE(several.err.find("all.csv:1:3: the runs are of 2 policies (wait, hedge), each in the same states of the "
                               "world; choose one with --policy wait"),
              std::string::npos)
        << several.err;
    const ProgramRun one = boxes(all, {"--policy", "wait"});
    EXPECT_EQ(one.status, 0) << one.err;
    EXPECT_EQ(one.out, boxes(wait, {}).out);
    EXPECT_EQ(boxes(all, {"--policy", "wiat"}).status, 2);
    EXPECT_EQ(boxes(wait, {"--policy", "wait"}).status, 2) << "the file has no such column";
    const std::string elsewhere =
        folder.write("ema.csv", "scenario,policy,x,balance\n1,a,0.1,0.2\n2,a,0.9,0.7\n3,a,0.2,0.1\n");
    const ProgramRun ema = boxes(elsewhere, {});
    EXPECT_NE(
        ema.err.find("ema.csv: taken for what tells runs apart, not for inputs: scenario; --inputs says otherwise"),
        std::string::npos)
        << ema.err;
}

}  // namespace simulate_discover_test
}  // namespace tarazy
