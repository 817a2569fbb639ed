#include "report/shares_rows.hpp"

#include "report/sample_outcome_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(ShareYears, OneEntryAStateDomainAndYearWithAllPoles) {
    const StudyOutcome outcome = sample_outcome();
    const auto years = share_years(outcome.analyses.front());
    EXPECT_EQ(years.size(), 34U + 34U + 30U);
    EXPECT_EQ(years.front().state, "KAZ");
    EXPECT_EQ(years.front().year, 1992);
    EXPECT_EQ(years.front().poles.size(), 3U);
    EXPECT_EQ(years[33].flag, "agenda");
}

TEST(ShareYears, ACensusHasNoIntervals) {
    const StudyOutcome outcome = sample_outcome();
    const auto years = share_years(outcome.analyses[1]);
    ASSERT_FALSE(years.empty());
    EXPECT_FALSE(years.front().poles.at("RUS").share_low.has_value());
    EXPECT_FALSE(years.front().roll_calls.has_value());
}

TEST(ShareYears, AnAnalysisWithoutTablesGivesNone) {
    EXPECT_TRUE(share_years({}).empty());
}

TEST(FlaggedYears, AreThoseOfTheVotes) {
    const std::map<int, std::string> flags = flagged_years(sample_outcome());
    EXPECT_EQ(flags, (std::map<int, std::string>{{2024, "agenda"}, {2025, "agenda"}}));
}

TEST(ShareQuantity, IsReadFromTheClaimsId) {
    const StudyOutcome outcome = sample_outcome();
    const ReportContext context(outcome);
    const auto difference = share_quantity(context, "difference.RUS-CHN.1992-2012");
    ASSERT_TRUE(difference);
    EXPECT_EQ(difference->quantity, "difference");
    EXPECT_EQ(difference->poles, (std::vector<std::string>{"RUS", "CHN"}));
    EXPECT_EQ(difference->window, "1992-2012");
    EXPECT_TRUE(share_quantity(context, "evenness.1992-2012")->poles.empty());
    EXPECT_FALSE(share_quantity(context, "alone"));
    EXPECT_FALSE(share_quantity(context, "a.b.c.d"));
    EXPECT_TRUE(difference->domain.empty());
    const auto closer = share_quantity(context, "overall.years_closer.RUS-CHN.1994-2014");
    ASSERT_TRUE(closer);
    EXPECT_EQ(closer->domain, "overall");
    EXPECT_EQ(closer->quantity, "years_closer");
    EXPECT_EQ(share_quantity(context, "overall.h_total.1994-2014")->domain, "overall");
}

TEST(ShownWindow, HasTheDashOfPrint) {
    EXPECT_EQ(shown_window("1992-2012"), "1992–2012");
}

}  // namespace
}  // namespace tarazy
