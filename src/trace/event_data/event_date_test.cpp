#include "trace/event_data/event_date.hpp"

#include "base/edtf_calendar.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace event_date_test {

TEST(EventDate, AllFormsOfOneDay) {
    const std::int64_t day = day_number({2014, 3, 1});
    for (const char* text : {"20140301", "2014-03-01", "2014/03/01", "2014-3-1", "3/1/2014", "03/01/2014",
                             "1 March 2014", "01 Mar 2014", "01-mar-2014", "\"2014-03-01\"", " 2014-03-01 ",
                             "2014-03-01T12:00:00Z", "2014-03-01 00:00:00", "20140301120000", "20140301 12:00"}) {
        EXPECT_EQ(event_day(text), day) << text;
    }
    EXPECT_EQ(event_day("1/3/2014", true), day);
}

TEST(EventDate, WhatIsNoDate) {
    for (const char* text :
         {"", "0", "2014", "2014-03", "20140230", "2014-13-01", "13/25/2014", "1/2/14", "2014030", "201403011",
          "2014030112", "1 Mer 2014", "1 March 14", "March 1 2014", "2014-03-01x", "99999-01-01", "abcdefgh", "NA"}) {
        EXPECT_EQ(event_day(text), std::nullopt) << text;
    }
}

TEST(EventDate, LeapDaysExistInLeapYearsOnly) {
    EXPECT_TRUE(event_day("20000229"));
    EXPECT_FALSE(event_day("19000229"));
}

}  // namespace event_date_test
}  // namespace tarazy
