#include "io/stored_dates.hpp"

#include "base/edtf.hpp"
#include "base/edtf_calendar.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace stored_dates_test {

std::string bounds(const std::string& text) {
    const auto result = parse_edtf(text);
    const auto* date = std::get_if<EdtfDate>(&result);
    return date == nullptr ? "refused" : to_string(date->earliest) + ' ' + to_string(date->latest);
}

TEST(StoredDates, TextsAreReadAsDatesOfTheSameDays) {
    EXPECT_EQ(bounds(day_or_moment_text(day_number({1991, 12, 16}), 0)), "1991-12-16 1991-12-16");
    EXPECT_EQ(bounds(moment_text(day_number({1991, 12, 16}), 30'600'000)), "1991-12-16 1991-12-16");
    EXPECT_EQ(bounds(month_text(1991, 12)), "1991-12-01 1991-12-31");
    EXPECT_EQ(bounds(quarter_text(1991, 1)), "1991-01-01 1991-03-31");
    EXPECT_EQ(bounds(quarter_text(1991, 4)), "1991-10-01 1991-12-31");
    EXPECT_EQ(bounds(half_year_text(1991, 1)), "1991-01-01 1991-06-30");
    EXPECT_EQ(bounds(half_year_text(1991, 2)), "1991-07-01 1991-12-31");
    EXPECT_EQ(bounds(week_text(day_number({1991, 12, 10}), day_number({1991, 12, 16}))), "1991-12-10 1991-12-16");
}

TEST(StoredDates, DurationsGoOnBeyondADay) {
    EXPECT_EQ(duration_text(0), "00:00:00");
    EXPECT_EQ(duration_text(30'600'250), "08:30:00.250");
    EXPECT_EQ(duration_text(26 * 3'600'000 + 30 * 60'000), "26:30:00");
    EXPECT_EQ(duration_text(-90'000), "-00:01:30");
    EXPECT_EQ(moment_text(day_number({800, 1, 2}), 1), "0800-01-02T00:00:00.001");
}

TEST(StoredDates, QuotientsAreRoundedDown) {
    EXPECT_EQ(floor_divide(-1, 12).quotient, -1);
    EXPECT_EQ(floor_divide(-1, 12).remainder, 11);
    EXPECT_EQ(floor_divide(-12, 12).quotient, -1);
    EXPECT_EQ(floor_divide(25, 12).remainder, 1);
}

}  // namespace stored_dates_test
}  // namespace tarazy
