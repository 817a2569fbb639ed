#include "text/corpus/limited_process.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::limited_process_test {
namespace {

TEST(LimitedProcess, GivesWhatTheProgramSays) {
    const ProcessResult run = run_limited_process({"sh", "-c", "echo out; echo err >&2; exit 3"}, {}, Work());
    EXPECT_EQ(run.end, ProcessResult::End::exited);
    EXPECT_EQ(run.status, 3);
    EXPECT_EQ(run.output, "out\n");
    EXPECT_EQ(run.errors, "err\n");
    EXPECT_EQ(run_limited_process({"no-such-program-here"}, {}, Work()).end, ProcessResult::End::not_found);
}

TEST(LimitedProcess, EndsAtItsLimits) {
    ProcessLimits limits;
    limits.wall_seconds = 0.2;
    EXPECT_EQ(run_limited_process({"sleep", "30"}, limits, Work()).end, ProcessResult::End::wall);
    limits = {};
    limits.output = 100'000;
    EXPECT_EQ(run_limited_process({"yes"}, limits, Work()).end, ProcessResult::End::output);
    limits = {};
    limits.cpu_seconds = 1;
    EXPECT_EQ(run_limited_process({"sh", "-c", "while :; do :; done"}, limits, Work()).end, ProcessResult::End::cpu);
}

TEST(LimitedProcess, IsKilledWhenAStopIsAskedFor) {
    std::stop_source stop;
    std::thread later([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        stop.request_stop();
    });
    const auto begun = std::chrono::steady_clock::now();
    EXPECT_THROW((void)run_limited_process({"sleep", "30"}, {}, Work(stop.get_token())), Interrupted);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(10));
    later.join();
}

}  // namespace
}  // namespace tarazy::limited_process_test
