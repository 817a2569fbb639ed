#include "base/day_first_date.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace day_first_date_test {

TEST(DayFirstDate, TheDateIsWrittenAnew) {
    EXPECT_EQ(year_first_hint("17.02.1979"), "write 1979-02-17");
    EXPECT_EQ(year_first_hint("7.2.1979"), "write 1979-02-07");
    EXPECT_EQ(year_first_hint("05.02.1979"), "write 1979-02-05") << "points part the day from the month";
    EXPECT_EQ(year_first_hint("17/02/1979"), "write 1979-02-17");
    EXPECT_EQ(year_first_hint("02/17/1979"), "write 1979-02-17");
    EXPECT_EQ(year_first_hint("02/02/1979"), "write 1979-02-02");
    EXPECT_EQ(year_first_hint("05/02/1979"), "write 1979-02-05, or 1979-05-02 if the month stands first");
}

TEST(DayFirstDate, OtherTextsHaveNoHint) {
    for (const char* text :
         {"", ".", "17", "17.", "17.02", "17.02.", "17.02.79", "17.02.19799", "17.02/1979", "1979.02.17", "02.17.1979",
          "30.02.1979", "00.00.0000", "17.02.1979 ", "a.b.cdef", "17..1979", "1979-02-17", "117.02.1979"})
        EXPECT_EQ(year_first_hint(text), "") << text;
}

}  // namespace day_first_date_test
}  // namespace tarazy
