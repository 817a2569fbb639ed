#include "io/spss_dates.hpp"

#include "base/edtf_calendar.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace tarazy {
namespace spss_dates_test {

/// Seconds as SPSS counts them.
double spss_seconds(int year, int month, int day, int seconds = 0) {
    const auto days = day_number({year, month, day}) - day_number({1582, 10, 14});
    return static_cast<double>(days) * 86'400 + seconds;
}

std::string shown(double number, const char* format) {
    return spss_date_text(number, spss_date_unit(format)).value_or("none");
}

TEST(SpssDates, OneOfEachFormat) {
    const double day = spss_seconds(1991, 12, 16);
    for (const char* format : {"DATE11", "DATE9", "ADATE10", "EDATE10", "SDATE10", "JDATE7"})
        EXPECT_EQ(shown(day, format), "1991-12-16") << format;
    EXPECT_EQ(shown(day + 30'600, "DATETIME20"), "1991-12-16T08:30:00");
    EXPECT_EQ(shown(day, "DATETIME23.2"), "1991-12-16T00:00:00");
    EXPECT_EQ(shown(day + 0.25, "YMDHMS19.2"), "1991-12-16T00:00:00.250");
    EXPECT_EQ(shown(day + 30'600, "DATE11"), "1991-12-16T08:30:00");
    EXPECT_EQ(shown(spss_seconds(1991, 12, 1), "MOYR8"), "1991-12");
    EXPECT_EQ(shown(day, "MOYR8"), "1991-12-16");
    EXPECT_EQ(shown(spss_seconds(1991, 10, 1), "QYR8"), "1991-36");
    EXPECT_EQ(shown(spss_seconds(1991, 11, 1), "QYR8"), "1991-11-01");
    EXPECT_EQ(shown(spss_seconds(1991, 1, 8), "WKYR10"), "[1991-01-08..1991-01-14]");
    EXPECT_EQ(shown(spss_seconds(1991, 12, 31), "WKYR10"), "[1991-12-31..1991-12-31]");
    EXPECT_EQ(shown(30'600, "TIME8"), "08:30:00");
    EXPECT_EQ(shown(95'400, "TIME8"), "26:30:00");
    EXPECT_EQ(shown(95'400, "DTIME14"), "26:30:00");
    EXPECT_EQ(shown(90.5, "MTIME8.2"), "00:01:30.500");
    EXPECT_EQ(shown(1, "WKDAY3"), "Sunday");
    EXPECT_EQ(shown(7, "WKDAY9"), "Saturday");
    EXPECT_EQ(shown(12, "MONTH9"), "12");
    for (const char* format : {"F8.2", "A8", "COMMA8.2", "DOLLAR8", "N8", "PCT5.1", "E10.3", "", "DATES"})
        EXPECT_EQ(spss_date_unit(format), DateUnit::none) << format;
}

TEST(SpssDates, NumbersThatAreNoDatesGiveNone) {
    for (const double number : {0.0, -1.0, 86'399.0, 1e12, -1e300, 1e300})
        EXPECT_EQ(shown(number, "DATE11"), "none") << number;
    EXPECT_EQ(shown(86'400, "DATE11"), "1582-10-15");
    EXPECT_EQ(shown(spss_seconds(9999, 12, 31), "DATE11"), "9999-12-31");
    EXPECT_EQ(shown(spss_seconds(10'000, 1, 1), "DATE11"), "none");
    EXPECT_EQ(shown(8, "WKDAY3"), "none");
    EXPECT_EQ(shown(0, "MONTH3"), "none");
}

TEST(SpssDates, DaysAgreeWithTheCalendarOverTheWholeRange) {
    using std::chrono::sys_days;
    const sys_days epoch(std::chrono::year(1582) / 10 / 14);
    for (sys_days day(std::chrono::year(1582) / 10 / 15); day <= sys_days(std::chrono::year(9999) / 12 / 31);
         day += std::chrono::days(89)) {
        const std::chrono::year_month_day date(day);
        const double number = static_cast<double>((day - epoch).count()) * 86'400;
        const std::string expected =
            day_text(day_number({static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                                 static_cast<int>(static_cast<unsigned>(date.day()))}));
        ASSERT_EQ(shown(number, "DATE11"), expected);
        ASSERT_EQ(shown(number + 1, "DATETIME20"), expected + "T00:00:01");
    }
}

}  // namespace spss_dates_test
}  // namespace tarazy
