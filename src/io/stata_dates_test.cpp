#include "io/stata_dates.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>

namespace tarazy {
namespace stata_dates_test {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// The day in the standard library's calendar.
std::string iso(sys_days day) {
    const year_month_day date(day);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

const sys_days epoch = sys_days(std::chrono::year(1960) / 1 / 1);

std::string text(double number, const char* format) {
    return stata_date_text(number, stata_date_unit(format)).value_or("none");
}

TEST(StataDates, FormatsSayWhatANumberIs) {
    for (const char* format : {"%td", "%d", "%-td", "%tdD_m_Y", "%dD_m_Y", "%tdCCYY-NN-DD", "%12td", "%-12.0td"})
        EXPECT_EQ(stata_date_unit(format), DateUnit::day) << format;
    for (const char* format : {"%9.0g", "%8.2f", "%-9s", "%21x", "%tg", "%t", "%", "", "td", "%10.0gc", "%05.0f"})
        EXPECT_EQ(stata_date_unit(format), DateUnit::none) << format;
    EXPECT_EQ(stata_date_unit("%tcHH:MM"), DateUnit::moment);
    EXPECT_EQ(stata_date_unit("%tC"), DateUnit::moment_with_leap_seconds);
    EXPECT_EQ(stata_date_unit("%tbnyse"), DateUnit::business_day);
    EXPECT_EQ(stata_date_unit("%-tmMon_CCYY"), DateUnit::month);
}

TEST(StataDates, OneOfEachKind) {
    EXPECT_EQ(text(3104, "%td"), "1968-07-01");
    EXPECT_EQ(text(5691, "%td"), "1975-08-01");
    EXPECT_EQ(text(9847, "%d"), "1986-12-17");
    EXPECT_EQ(text(-1, "%td"), "1959-12-31");
    EXPECT_EQ(text(9847.9, "%td"), "1986-12-17");
    EXPECT_EQ(text(1'008'577'800'000, "%tc"), "1991-12-17T08:30:00");
    EXPECT_EQ(text(-1000, "%tc"), "1959-12-31T23:59:59");
    EXPECT_EQ(text(0.5 + 250, "%tc"), "1960-01-01T00:00:00.250");
    EXPECT_EQ(text(0, "%tw"), "[1960-01-01..1960-01-07]");
    EXPECT_EQ(text(31 * 52 + 51, "%tw"), "[1991-12-24..1991-12-31]");
    EXPECT_EQ(text(-1, "%tw"), "[1959-12-24..1959-12-31]");
    EXPECT_EQ(text(383, "%tm"), "1991-12");
    EXPECT_EQ(text(-1, "%tm"), "1959-12");
    EXPECT_EQ(text(127, "%tq"), "1991-36");
    EXPECT_EQ(text(-1, "%tq"), "1959-36");
    EXPECT_EQ(text(63, "%th"), "1991-41");
    EXPECT_EQ(text(62, "%th"), "1991-40");
    EXPECT_EQ(text(1991, "%ty"), "1991");
}

TEST(StataDates, NumbersThatAreNoDatesGiveNone) {
    for (const char* format : {"%td", "%tc", "%tC", "%tw", "%tm", "%tq", "%th", "%ty"}) {
        for (const double number : {1e300, -1e300, 1e16, -1e16, 9e14, -9e14}) EXPECT_EQ(text(number, format), "none");
    }
    EXPECT_EQ(text(99, "%ty"), "none");
    EXPECT_EQ(text(10000, "%ty"), "none");
    EXPECT_EQ(text((10'000 - 1960) * 12, "%tm"), "none");
    EXPECT_EQ(text((10'000 - 1960) * 12 - 1, "%tm"), "9999-12");
    EXPECT_EQ(text((100 - 1960) * 4 - 1, "%tq"), "none");
}

TEST(StataDates, LeapSecondsAreTakenOut) {
    // Stata's manual: 1972-06-30 had the first of 27.
    const auto since_1960 = [](int year, unsigned month, unsigned day) {
        return static_cast<double>(
            std::chrono::milliseconds(
                sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day)) - epoch)
                .count());
    };
    EXPECT_EQ(text(since_1960(1972, 7, 1) - 1000, "%tC"), "1972-06-30T23:59:59");
    EXPECT_EQ(text(since_1960(1972, 7, 1), "%tC"), "1972-06-30T23:59:60");
    EXPECT_EQ(text(since_1960(1972, 7, 1) + 250, "%tC"), "1972-06-30T23:59:60.250");
    EXPECT_EQ(text(since_1960(1972, 7, 1) + 1000, "%tC"), "1972-07-01T00:00:00");
    EXPECT_EQ(text(since_1960(2020, 1, 1) + 27'000, "%tC"), "2020-01-01T00:00:00");
    EXPECT_EQ(text(since_1960(2017, 1, 1) + 26'000, "%tC"), "2016-12-31T23:59:60");
    EXPECT_EQ(text(since_1960(1965, 3, 4), "%tC"), "1965-03-04T00:00:00");
}

TEST(StataDates, DaysAgreeWithTheCalendarOverTheWholeRange) {
    const sys_days first(std::chrono::year(100) / 1 / 1), last(std::chrono::year(9999) / 12 / 31);
    EXPECT_EQ(text(static_cast<double>((first - epoch).count()) - 1, "%td"), "none");
    EXPECT_EQ(text(static_cast<double>((last - epoch).count()) + 1, "%td"), "none");
    EXPECT_EQ(text(static_cast<double>((last - epoch).count()), "%td"), "9999-12-31");
    for (sys_days day = first; day <= last; day += days(97)) {
        const auto number = static_cast<double>((day - epoch).count());
        ASSERT_EQ(text(number, "%td"), iso(day));
        ASSERT_EQ(text(number * 86'400'000 + 86'399'000, "%tc"), iso(day) + "T23:59:59");
        const year_month_day date(day);
        const double months =
            (static_cast<int>(date.year()) - 1960) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
        ASSERT_EQ(text(months, "%tm"), iso(day).substr(0, 7));
    }
}

}  // namespace stata_dates_test
}  // namespace tarazy
