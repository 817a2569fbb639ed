#include "io/excel_dates.hpp"

#include "base/edtf_calendar.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace tarazy {
namespace excel_dates_test {

std::string shown(double serial, DateUnit unit, bool since_1904 = false) {
    return excel_date_text(serial, unit, since_1904).value_or("none");
}

TEST(ExcelDates, BuiltInFormats) {
    for (const int id : {14, 15, 16, 27, 30, 31, 36, 50, 58, 71, 81})
        EXPECT_EQ(excel_date_unit(id), DateUnit::day) << id;
    for (const int id : {18, 19, 20, 21, 32, 33, 45, 47}) EXPECT_EQ(excel_date_unit(id), DateUnit::time) << id;
    for (const int id : {0, 1, 2, 9, 10, 11, 12, 13, 23, 26, 37, 44, 48, 49, 59, 70, 82, 164})
        EXPECT_EQ(excel_date_unit(id), DateUnit::none) << id;
    EXPECT_EQ(excel_date_unit(17), DateUnit::month);
    EXPECT_EQ(excel_date_unit(22), DateUnit::moment);
    EXPECT_EQ(excel_date_unit(46), DateUnit::duration);
}

TEST(ExcelDates, CodesOfFormats) {
    const std::vector<std::pair<const char*, DateUnit>> codes = {
        {"dd\\.mm\\.yyyy", DateUnit::day},
        {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", DateUnit::day},
        {"[$-419]d mmm yyyy;@", DateUnit::day},
        {"yyyy-mm-dd", DateUnit::day},
        {"d\" de \"mmmm\" de \"yyyy", DateUnit::day},
        {"e\"年\"m\"月\"d\"日\"", DateUnit::day},
        {"yyyy\\-mm\\-dd\"T\"hh:mm:ss", DateUnit::moment},
        {"m/d/yy h:mm AM/PM", DateUnit::moment},
        {"mmm\\-yy", DateUnit::month},
        {"MMMM YYYY", DateUnit::month},
        {"yyyy", DateUnit::year},
        {"h:mm:ss", DateUnit::time},
        {"mm:ss.0", DateUnit::time},
        {"h AM/PM", DateUnit::time},
        {"[h]:mm:ss", DateUnit::duration},
        {"[HH]:MM", DateUnit::duration},
        {"[mm]:ss", DateUnit::duration},
        {"General", DateUnit::none},
        {"0.00E+00", DateUnit::none},
        {"#,##0.00", DateUnit::none},
        {"0 \"days\"", DateUnit::none},
        {"0.00_d", DateUnit::none},
        {"[Red]0", DateUnit::none},
        {"[Magenta]0;[Red]-0", DateUnit::none},
        {"[$USD-409]# ##0", DateUnit::none},
        {"\\d\\m\\y0", DateUnit::none},
        {"@", DateUnit::none},
        {"0;yyyy", DateUnit::none},
        {"\"unclosed", DateUnit::none},
        {"[", DateUnit::none},
        {"\\", DateUnit::none},
        {"", DateUnit::none},
    };
    for (const auto& [code, unit] : codes) EXPECT_EQ(excel_date_unit(code), unit) << code;
}

TEST(ExcelDates, BothSystemsAndTheFalseLeapDay) {
    EXPECT_EQ(shown(33588, DateUnit::day), "1991-12-16");
    EXPECT_EQ(shown(32126, DateUnit::day, true), "1991-12-16");
    EXPECT_EQ(shown(6557, DateUnit::day), "1917-12-13");
    EXPECT_EQ(shown(6521, DateUnit::day), "1917-11-07");
    EXPECT_EQ(shown(9133, DateUnit::day), "1925-01-01");
    EXPECT_EQ(shown(1, DateUnit::day), "1900-01-01");
    EXPECT_EQ(shown(59, DateUnit::day), "1900-02-28");
    EXPECT_EQ(shown(60, DateUnit::day), "none");
    EXPECT_EQ(shown(61, DateUnit::day), "1900-03-01");
    EXPECT_EQ(shown(0, DateUnit::day), "none");
    EXPECT_EQ(shown(-1, DateUnit::day), "none");
    EXPECT_EQ(shown(0, DateUnit::day, true), "1904-01-01");
    EXPECT_EQ(shown(-1, DateUnit::day, true), "none");
    EXPECT_EQ(shown(2'958'465, DateUnit::day), "9999-12-31");
    EXPECT_EQ(shown(2'958'466, DateUnit::day), "none");
    EXPECT_EQ(shown(2'957'003, DateUnit::day, true), "9999-12-31");
    EXPECT_EQ(shown(2'957'004, DateUnit::day, true), "none");
    EXPECT_EQ(shown(1e300, DateUnit::day), "none");
}

TEST(ExcelDates, TimesAndCoarserDatesLoseNothing) {
    EXPECT_EQ(shown(33588.354166666664, DateUnit::moment), "1991-12-16T08:30:00");
    EXPECT_EQ(shown(33588.354166666664, DateUnit::day), "1991-12-16T08:30:00");
    EXPECT_EQ(shown(33588.354166666664, DateUnit::time), "1991-12-16T08:30:00");
    EXPECT_EQ(shown(33588, DateUnit::moment), "1991-12-16T00:00:00");
    EXPECT_EQ(shown(33588.99999999999, DateUnit::day), "1991-12-17");
    EXPECT_EQ(shown(0.354166666666667, DateUnit::time), "08:30:00");
    EXPECT_EQ(shown(0, DateUnit::time), "00:00:00");
    EXPECT_EQ(shown(0.5, DateUnit::day), "12:00:00");
    EXPECT_EQ(shown(1.1041666666666667, DateUnit::duration), "26:30:00");
    EXPECT_EQ(shown(33573, DateUnit::month), "1991-12");
    EXPECT_EQ(shown(33588, DateUnit::month), "1991-12-16");
    EXPECT_EQ(shown(33239, DateUnit::year), "1991");
    EXPECT_EQ(shown(33588, DateUnit::year), "1991-12-16");
}

TEST(ExcelDates, DaysAgreeWithTheCalendarOverTheWholeRange) {
    using std::chrono::sys_days;
    const sys_days since_1900(std::chrono::year(1899) / 12 / 30), since_1904(std::chrono::year(1904) / 1 / 1);
    for (sys_days day(std::chrono::year(1900) / 3 / 1); day <= sys_days(std::chrono::year(9999) / 12 / 31);
         day += std::chrono::days(61)) {
        const std::chrono::year_month_day date(day);
        const std::string expected =
            day_text(day_number({static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                                 static_cast<int>(static_cast<unsigned>(date.day()))}));
        ASSERT_EQ(shown(static_cast<double>((day - since_1900).count()), DateUnit::day), expected);
        if (day < since_1904) continue;
        ASSERT_EQ(shown(static_cast<double>((day - since_1904).count()), DateUnit::day, true), expected);
        ASSERT_EQ(shown(static_cast<double>((day - since_1904).count()) + 0.75, DateUnit::moment, true),
                  expected + "T18:00:00");
    }
}

}  // namespace excel_dates_test
}  // namespace tarazy
