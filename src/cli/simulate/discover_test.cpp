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

}  // namespace simulate_discover_test
}  // namespace tarazy
