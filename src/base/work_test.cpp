#include "base/work_test.hpp"

#include "base/parallel.hpp"

#include <vector>

namespace tarazy {
namespace work_test {

TEST(Work, ByDefaultNobodyStopsItAndNobodyListens) {
    const Work work;
    EXPECT_FALSE(work.stop_asked());
    EXPECT_FALSE(work.heard());
    EXPECT_FALSE(work.time_is_up());
    EXPECT_NO_THROW(work.check());
    WorkStep step(work, "nothing", 3);
    EXPECT_NO_THROW(step.advance(5));
    EXPECT_NO_THROW(work.part("a").unheard().tell({"x", 1, 2}));
}

TEST(Work, AStopReachesEveryCopyAndPart) {
    std::stop_source source;
    const Work work(source.get_token());
    const Work copy = work, part = Work(source.get_token(), [](const Progress&) {}).part("a"), silent = part.unheard();
    WorkStep step(work, "x", 2);
    step.advance();
    source.request_stop();
    EXPECT_THROW(copy.check(), Interrupted);
    EXPECT_THROW(part.check(), Interrupted);
    EXPECT_THROW(silent.check(), Interrupted);
    EXPECT_THROW(step.advance(), Interrupted);
    EXPECT_THROW(WorkStep(work, "y", 1), Interrupted);
}

TEST(Work, APartPutsItsNameBeforeItsSteps) {
    std::vector<std::string> told;
    const Work work({}, [&](const Progress& p) { told.emplace_back(p.what); });
    WorkStep step(work.part("analysis votes"), "mode", 1);
    work.part("report").tell({"", 0, 0});
    WorkStep(work.part("analysis votes").unheard(), "one of many", 1).advance();
    EXPECT_EQ(told, (std::vector<std::string>{"analysis votes: mode", "report"}));
}

TEST(Work, TimeIsUpOnlyAfterAGivenTime) {
    EXPECT_FALSE(Work().within(1e300).time_is_up());
    EXPECT_TRUE(Work().within(0).time_is_up());
    std::stop_source source;
    const Work limited = Work(source.get_token(), [](const Progress&) {}).within(0);
    EXPECT_TRUE(limited.part("a").time_is_up());
    EXPECT_TRUE(limited.unheard().time_is_up());
    EXPECT_NO_THROW(limited.check());  // the end of the time is no interruption
}

TEST(Work, AClockRemembersThatTheTimeWasUp) {
    StepClock clock(Work().within(0)), on((Work()));
    std::size_t steps = 0;
    while (!clock.stops()) ++steps;
    EXPECT_LT(steps, 256U);
    EXPECT_TRUE(clock.stopped());
    for (int step = 0; step < 1000; ++step) EXPECT_FALSE(on.stops());
}

TEST(Work, AClockThrowsWhenAStopIsAsked) {
    std::stop_source source;
    StepClock clock{Work(source.get_token())};
    EXPECT_FALSE(clock.stops());
    source.request_stop();
    EXPECT_THROW(
        {
            for (int step = 0; step < 256; ++step) static_cast<void>(clock.stops());
        },
        Interrupted);
}

TEST(Work, ManyThreadsCountOneStep) {
    for (const unsigned threads : {1u, 2u, 4u}) {
        ProgressRecord record;
        WorkStep step(Work({}, record.listener()), "items", 10'007);
        parallel_chunks(
            10'007, 3, threads, [](std::size_t, std::size_t) {}, step);
        record.expect_whole();
        EXPECT_LE(record.told(), 600u);  // not at every item
    }
}

TEST(Work, AStepOfUnknownLengthIsCounted) {
    std::uint64_t last = 0;
    WorkStep step(Work({}, [&](const Progress& p) { last = p.done; }), "models", 0);
    for (int i = 0; i < 7; ++i) step.advance();
    EXPECT_EQ(last, 7u);
}

}  // namespace work_test
}  // namespace tarazy
