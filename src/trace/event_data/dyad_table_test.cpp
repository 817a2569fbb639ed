#include "trace/event_data/dyad_table.hpp"

#include "io/write_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace dyad_table_test {

DyadPeriod cell(std::uint32_t source, std::uint32_t target, std::int32_t period, double n, double goldstein) {
    DyadPeriod result;
    result.source = source;
    result.target = target;
    result.period = period;
    result.n = result.n_dedup = result.with_goldstein = n;
    result.goldstein_sum = goldstein;
    result.quads = {n, 0, 0, 0};
    return result;
}

EventSums some_sums() {
    EventSums sums;
    sums.actors = {"", "CHN", "KAZ", "RUS"};
    sums.scale.unit = PeriodUnit::year;
    sums.cells = {cell(0, 2, 1992, 4, 0), cell(2, 1, 1992, 1, 1), cell(2, 3, 1992, 2, -3), cell(2, 3, 1994, 1, 8)};
    return sums;
}

TEST(DyadTable, EventsWithoutActorAreNoDyads) {
    EXPECT_EQ(to_csv(dyad_table(some_sums())),
              "source,target,period,n,n_dedup,goldstein_sum,vcoop,mcoop,vconf,mconf,goldstein_mean\n"
              "KAZ,CHN,1992,1,1,1,1,0,0,0,1\n"
              "KAZ,RUS,1992,2,2,-3,2,0,0,0,-1.5\n"
              "KAZ,RUS,1994,1,1,8,1,0,0,0,8\n");
}

TEST(DyadTable, EmptyPeriodsAreZeroForCountsAndMissingForMeans) {
    DyadTableOptions options;
    options.complete = true;
    options.actors = {"KAZ", "RUS"};
    EXPECT_EQ(to_csv(dyad_table(some_sums(), options)),
              "source,target,period,n,n_dedup,goldstein_sum,vcoop,mcoop,vconf,mconf,goldstein_mean\n"
              "KAZ,RUS,1992,2,2,-3,2,0,0,0,-1.5\n"
              "KAZ,RUS,1993,0,0,0,0,0,0,0,\n"
              "KAZ,RUS,1994,1,1,8,1,0,0,0,8\n");
    options.first_period = 1991;
    options.last_period = 1992;
    EXPECT_EQ(dyad_table(some_sums(), options).rows(), 2u);
}

TEST(DyadTable, SharesOfTheVolumeCountAllEventsOfThePeriod) {
    DyadTableOptions options;
    options.base = EventBase::volume;
    const Table table = dyad_table(some_sums(), options);
    EXPECT_EQ(table["base"].integer(1), 7);
    EXPECT_EQ(table["n_share"].real(1), 2.0 / 7);
    options.base = EventBase::actor;
    EXPECT_EQ(dyad_table(some_sums(), options)["n_share"].real(1), 2.0 / 3);
}

TEST(DyadTable, AnUnknownActorIsAnError) {
    DyadTableOptions options;
    options.actors = {"KAS"};
    EXPECT_THROW((void)dyad_table(some_sums(), options), UsageError);
}

TEST(DyadTable, TooManyRowsAreALimit) {
    DyadTableOptions options;
    options.complete = true;
    options.first_period = 0;
    options.last_period = 30'000'000;
    EXPECT_THROW((void)dyad_table(some_sums(), options), LimitError);
}

TEST(DyadTable, EventsWithoutGoldsteinHaveNoSum) {
    EventSums sums = some_sums();
    sums.cells[1].with_goldstein = 0;
    const Table table = dyad_table(sums);
    EXPECT_TRUE(table["goldstein_sum"].missing(0));
    EXPECT_TRUE(table["goldstein_mean"].missing(0));
}

}  // namespace dyad_table_test
}  // namespace tarazy
