#include "base/edtf_calendar.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace tarazy {
namespace edtf_calendar_test {

TEST(Calendar, DayNumbersCountFrom1970) {
    EXPECT_EQ(day_number({1970, 1, 1}), 0);
    EXPECT_EQ(day_number({1969, 12, 31}), -1);
    EXPECT_EQ(day_number({1991, 12, 16}) - day_number({1991, 8, 29}), 109);
}

TEST(Calendar, AgreesWithTheStandardLibraryOnEveryDayOfTwelveHundredYears) {
    using namespace std::chrono;
    for (sys_days at = sys_days{year{-400} / 1 / 1}; at < sys_days{year{801} / 1 / 1}; at += days{1}) {
        const year_month_day expected(at);
        const CalendarDay day = calendar_day(at.time_since_epoch().count());
        ASSERT_EQ(day.year, int(expected.year()));
        ASSERT_EQ(day.month, static_cast<int>(unsigned(expected.month())));
        ASSERT_EQ(day.day, static_cast<int>(unsigned(expected.day())));
        ASSERT_EQ(day_number(day), at.time_since_epoch().count());
    }
}

TEST(Calendar, FarYearsSurviveTheRoundTrip) {
    for (const std::int64_t year :
         {-last_calendar_year, std::int64_t{-17'000}, std::int64_t{17'000}, last_calendar_year}) {
        const CalendarDay day{year, 12, 31};
        EXPECT_EQ(calendar_day(day_number(day)), day);
    }
}

TEST(Calendar, LeapYearsFollowTheGregorianRule) {
    EXPECT_EQ(days_in_month(1900, 2), 28);
    EXPECT_EQ(days_in_month(2000, 2), 29);
    EXPECT_EQ(days_in_month(0, 2), 29);
    EXPECT_EQ(days_in_month(-4, 2), 29);
    EXPECT_EQ(days_in_month(2023, 4), 30);
}

TEST(Calendar, YearsOutsideFourDigitsCarryASignAndSixDigits) {
    EXPECT_EQ(day_text(day_number({17000, 1, 1})), "+017000-01-01");
    EXPECT_EQ(day_text(day_number({-43, 1, 1})), "-000043-01-01");
    EXPECT_EQ(day_text(day_number({0, 1, 1})), "0000-01-01");
    EXPECT_EQ(day_text(day_number({9999, 12, 31})), "9999-12-31");
    EXPECT_EQ(day_text(day_number({1234567, 1, 1})), "+1234567-01-01");
}

}  // namespace edtf_calendar_test
}  // namespace tarazy
