#include "trace/periods/period_shares.hpp"

#include "base/edtf_calendar.hpp"
#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace period_shares_test {

const PeriodScale by_month{PeriodUnit::month}, by_year{PeriodUnit::year};

EdtfDate date_of(const char* text) {
    return std::get<EdtfDate>(parse_edtf(text));
}

std::string shown(const char* text, SpanRule rule, const PeriodScale& scale, std::optional<std::int64_t> since = {},
                  std::optional<std::int64_t> until = {}) {
    const auto shares = period_shares(date_of(text), rule, scale, since, until);
    if (!shares) return "unbounded";
    std::string list;
    for (const auto& [period, share] : *shares)
        list += period_text(period, scale) + ':' + std::to_string(share).substr(0, 6) + ' ';
    return list;
}

TEST(PeriodShares, APointFallsIntoOnePeriod) {
    EXPECT_EQ(shown("1991-12-16", SpanRule::start, by_month), "1991-12:1.0000 ");
    EXPECT_EQ(shown("1991-12-16", SpanRule::spread, by_year), "1991:1.0000 ");
}

TEST(PeriodShares, AnUncertainDateCountsByItsDays) {
    // 25 December to 7 January: seven days in each year.
    EXPECT_EQ(shown("[1991-12-25..1992-01-07]", SpanRule::start, by_month), "1991-12:0.5000 1992-01:0.5000 ");
    EXPECT_EQ(shown("1991", SpanRule::start, by_year), "1991:1.0000 ");
    EXPECT_EQ(shown("[1991-12-31..1992-01-03]", SpanRule::start, by_year), "1991:0.2500 1992:0.7500 ");
}

TEST(PeriodShares, ASpanCountsAtItsBeginningOrByItsDays) {
    EXPECT_EQ(shown("2014-02-27/2014-03-18", SpanRule::start, by_month), "2014-02:1.0000 ");
    EXPECT_EQ(shown("2014-02-27/2014-03-18", SpanRule::spread, by_month), "2014-02:0.1000 2014-03:0.9000 ");
    EXPECT_EQ(shown("1994-11/..", SpanRule::start, by_month), "1994-11:1.0000 ");
    EXPECT_EQ(shown("1994-11/..", SpanRule::spread, by_month), "unbounded");
    EXPECT_EQ(shown("1994-11/..", SpanRule::spread, by_month, {}, day_number({1994, 12, 30})),
              "1994-11:0.5000 1994-12:0.5000 ");
    EXPECT_EQ(shown("../1994-11", SpanRule::start, by_month), "unbounded");
}

TEST(PeriodShares, DaysLeftOutHaveNoShare) {
    EXPECT_EQ(shown("[1991-12-25..1992-01-07]", SpanRule::start, by_month, day_number({1992, 1, 1})),
              "1992-01:0.5000 ");
    EXPECT_EQ(shown("1991-12-16", SpanRule::start, by_month, day_number({1992, 1, 1})), "");
}

TEST(PeriodShares, AnEventOfTenThousandYearsByWeekIsALimit) {
    EXPECT_EQ(period_shares(date_of("0000/9999"), SpanRule::spread, by_month)->size(), 120'000u);
    EXPECT_THROW((void)period_shares(date_of("Y-200000/Y200000"), SpanRule::spread, PeriodScale{PeriodUnit::week}),
                 LimitError);
}

}  // namespace period_shares_test
}  // namespace tarazy
