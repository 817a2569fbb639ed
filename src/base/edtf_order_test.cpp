#include "base/edtf_order.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace edtf_order_test {

EdtfDate date(const char* text) {
    return std::get<EdtfDate>(parse_edtf(text));
}
DateOrder order(const char* a, const char* b) {
    return date_order(date(a), date(b));
}
CausalOrder led_to(const char* a, const char* b) {
    return causal_order(date(a), date(b));
}

TEST(DateOrder, KnownDaysAreOrdered) {
    EXPECT_EQ(order("1991-08-29", "1991-12-16"), DateOrder::before);
    EXPECT_EQ(order("1991-12-16", "1991-08-29"), DateOrder::after);
    EXPECT_EQ(order("1991-12-16", "1991-12-16"), DateOrder::same_day);
}

TEST(DateOrder, UncertainDatesAreOrderedOnlyWhenNoDayContradicts) {
    EXPECT_EQ(order("1991", "1992"), DateOrder::before);
    EXPECT_EQ(order("1991-12", "1991-12-16"), DateOrder::unknown);
    EXPECT_EQ(order("199X", "1995"), DateOrder::unknown);
    EXPECT_EQ(order("[..1990]", "1991"), DateOrder::before);
    EXPECT_EQ(order("[1990..]", "1991"), DateOrder::unknown);
}

TEST(DateOrder, SpansThatSurelyShareADayOverlap) {
    EXPECT_EQ(order("1991-01-01/1992-01-01", "1991-06-01"), DateOrder::overlap);
    EXPECT_EQ(order("1990/1992", "1991-11"), DateOrder::overlap);
    EXPECT_EQ(order("1991/1992", "1992/1993"), DateOrder::unknown) << "the first may end before the second begins";
    EXPECT_EQ(order("1991-12-16/..", "2020-01-01"), DateOrder::overlap) << "still going on";
    EXPECT_EQ(order("1991-12-16/", "2020-01-01"), DateOrder::unknown) << "it ended, nobody knows when";
    EXPECT_EQ(order("1991-12-16/", "1990"), DateOrder::after);
}

TEST(DateOrder, IsAntisymmetric) {
    const char* texts[] = {"1991",  "1991-12-16", "1990/1992",   "[1990..1991-06]",
                           "1991/", "../1990",    "{1989,1993}", "1991-12-16/.."};
    for (const char* a : texts) {
        for (const char* b : texts) {
            const DateOrder forth = order(a, b), back = order(b, a);
            if (forth == DateOrder::before)
                EXPECT_EQ(back, DateOrder::after) << a << ' ' << b;
            else if (forth == DateOrder::after)
                EXPECT_EQ(back, DateOrder::before) << a << ' ' << b;
            else
                EXPECT_EQ(back, forth) << a << ' ' << b;
        }
    }
}

TEST(CausalOrder, ACauseThatBeginsAfterItsEffectIsOverIsImpossible) {
    EXPECT_EQ(led_to("1991-08-29", "1991-12-16"), CausalOrder::possible);
    EXPECT_EQ(led_to("1991-12-16", "1991-12-16"), CausalOrder::possible);
    EXPECT_EQ(led_to("1991-12-16", "1991-08-29"), CausalOrder::impossible);
    EXPECT_EQ(led_to("1991-12", "1991-12-16"), CausalOrder::undecided);
    EXPECT_EQ(led_to("1992-01-01", "1991-01-01/1993-01-01"), CausalOrder::undecided)
        << "the effect was already under way";
}

}  // namespace edtf_order_test
}  // namespace tarazy
