#include "trace/periods/period.hpp"

#include "base/edtf_calendar.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace period_test {

TEST(Period, MonthsAndYearsAreNamedByTheirDate) {
    const PeriodScale months{PeriodUnit::month}, years{PeriodUnit::year};
    const std::int64_t day = day_number({1991, 12, 16});
    EXPECT_EQ(period_text(period_of(day, months), months), "1991-12");
    EXPECT_EQ(period_text(period_of(day, months) + 1, months), "1992-01");
    EXPECT_EQ(period_text(period_of(day, years), years), "1991");
    EXPECT_EQ(period_text(period_of(day_number({-43, 3, 15}), months), months), "-000043-03");
}

TEST(Period, WeeksBeginOnMondaysUnlessAskedOtherwise) {
    PeriodScale weeks{PeriodUnit::week};
    // 1991-12-16 was a Monday, 1991-12-22 a Sunday.
    EXPECT_EQ(period_text(period_of(day_number({1991, 12, 22}), weeks), weeks), "1991-12-16");
    EXPECT_EQ(period_text(period_of(day_number({1991, 12, 15}), weeks), weeks), "1991-12-09");
    weeks.first_week = day_number({2018, 6, 1});
    EXPECT_EQ(period_of(day_number({2018, 6, 7}), weeks), 0);
    EXPECT_EQ(period_of(day_number({2018, 6, 8}), weeks), 1);
    EXPECT_EQ(period_of(day_number({2018, 5, 31}), weeks), -1);
}

TEST(Period, EveryDayLiesBetweenTheFirstDaysOfItsPeriodAndTheNext) {
    for (const PeriodUnit unit : {PeriodUnit::week, PeriodUnit::month, PeriodUnit::year}) {
        const PeriodScale scale{unit};
        for (std::int64_t day = -800'000; day < 800'000; day += 997) {
            const std::int64_t period = period_of(day, scale);
            EXPECT_LE(first_day(period, scale), day);
            EXPECT_GT(first_day(period + 1, scale), day);
        }
    }
}

TEST(Period, ADateNamesAPeriodWhenItLiesInOneOnly) {
    const PeriodScale months{PeriodUnit::month};
    EXPECT_EQ(period_named("1991-12", months), period_named("1991-12-16", months));
    EXPECT_TRUE(period_named("1991-12", months));
    EXPECT_FALSE(period_named("1991", months));
    EXPECT_FALSE(period_named("December", months));
    EXPECT_FALSE(period_named("1991-12/..", months));
    EXPECT_EQ(period_named("1991", PeriodScale{PeriodUnit::year}), 1991);
}

}  // namespace period_test
}  // namespace tarazy
