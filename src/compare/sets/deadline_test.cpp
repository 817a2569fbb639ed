#include "compare/sets/deadline.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace deadline_test {

TEST(Deadline, WithoutATimeItNeverPasses) {
    EXPECT_FALSE(Deadline().passed());
    EXPECT_FALSE(Deadline::after(1e300).passed());
    EXPECT_TRUE(Deadline::after(0).passed());
}

TEST(Deadline, AClockRemembersThatItStopped) {
    const Deadline over = Deadline::after(0), never;
    StepClock clock(over), on(never);
    std::size_t steps = 0;
    while (!clock.stops()) ++steps;
    EXPECT_LT(steps, 256U);
    EXPECT_TRUE(clock.stopped());
    for (int step = 0; step < 1000; ++step) EXPECT_FALSE(on.stops());
}

}  // namespace deadline_test
}  // namespace tarazy
