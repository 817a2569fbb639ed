#include "base/edtf_single.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace edtf_single_test {

TEST(EdtfSingle, ADateIsARangeOfDays) {
    const EdtfSingle month = parse_edtf_single("1991-12~", 0);
    EXPECT_EQ(day_text(month.first), "1991-12-01");
    EXPECT_EQ(day_text(month.last), "1991-12-31");
    EXPECT_TRUE(month.approximate);
    EXPECT_FALSE(month.uncertain);
}

TEST(EdtfSingle, ATimeOfDayIsSeenAndLeftOut) {
    const EdtfSingle date = parse_edtf_single("1995-04-24T10:00:00Z", 0);
    EXPECT_TRUE(date.has_time);
    EXPECT_EQ(date.first, date.last);
}

TEST(EdtfSingle, ARefusalPointsIntoTheWholeInput) {
    try {
        (void)parse_edtf_single("1991-13", 20);
        FAIL() << "accepted month 13";
    } catch (const EdtfRefusal& refusal) {
        EXPECT_EQ(refusal.offset, 25u);
    }
}

}  // namespace edtf_single_test
}  // namespace tarazy
