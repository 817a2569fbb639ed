#include "analyses/align/shares_rows.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"
#include "report/numbers.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace shares_rows_test {

TEST(ShareYears, OneEntryAStateDomainAndYearWithAllPoles) {
    const StudyResult result = sample_result();
    const auto years = share_years(result.analyses.front());
    EXPECT_EQ(years.size(), 34U + 34U + 30U);
    EXPECT_EQ(years.front().state, "KAZ");
    EXPECT_EQ(years.front().year, 1992);
    EXPECT_EQ(years.front().poles.size(), 3U);
    EXPECT_EQ(years[33].flag, "agenda");
}

TEST(ShareYears, ACensusHasNoIntervals) {
    const StudyResult result = sample_result();
    const auto years = share_years(result.analyses[1]);
    ASSERT_FALSE(years.empty());
    EXPECT_FALSE(years.front().poles.at("RUS").share_low.has_value());
    EXPECT_FALSE(years.front().roll_calls.has_value());
}

TEST(ShareYears, AnAnalysisWithoutTablesGivesNone) {
    EXPECT_TRUE(share_years({}).empty());
}

TEST(BalanceDescription, OfOneDomainSpeaksOfNoOther) {
    StudyResult result = sample_result();
    EXPECT_TRUE(balance_description(ReportContext(result, all_chapters())).en.starts_with("Votes above, treaty"));
    std::erase_if(result.analyses,
                  [](const AnalysisResult& analysis) { return analysis.id.find("ties") != std::string::npos; });
    const std::string one = balance_description(ReportContext(result, all_chapters())).en;
    EXPECT_EQ(one.find("treaty"), std::string::npos) << one;
}

TEST(FrontShares, AVariantDoesNotStandBesideTheAnalysisThatItVaries) {
    StudyResult result = sample_result();
    const std::size_t once = front_shares(result).size();
    ASSERT_GT(once, 0U);
    AnalysisResult variant = result.analyses.front();
    variant.id = "variant";
    result.analyses.push_back(std::move(variant));
    const std::vector<FrontShare> shares = front_shares(result);
    EXPECT_EQ(shares.size(), once);
    EXPECT_EQ(shares.front().analysis, &result.analyses.front());
}

TEST(FlaggedYears, AreThoseOfTheVotes) {
    const std::map<int, std::string> flags = flagged_years(sample_result());
    EXPECT_EQ(flags, (std::map<int, std::string>{{2024, "agenda"}, {2025, "agenda"}}));
}

TEST(WidestWindow, NeedsAClaimOfEveryPoleWhateverThePolesAreCalled) {
    StudyResult result = sample_result();
    {
        const ReportContext context(result, all_chapters());
        EXPECT_EQ(widest_window(context, result.analyses.front(), "mean_share"), "1992-2023");
        EXPECT_EQ(widest_window(context, result.analyses.front(), "difference"), "") << "of pairs, not of poles";
    }
    result.poles[2].id = "G7.plus-x";
    for (Claim& claim : result.analyses.front().claims)
        if (claim.parts.about == std::vector<std::string>{"WEST"}) claim.parts.about = {"G7.plus-x"};
    const ReportContext context(result, all_chapters());
    EXPECT_EQ(widest_window(context, result.analyses.front(), "mean_share"), "1992-2023");
}

TEST(IsWindow, ASingleYearIsNone) {
    EXPECT_TRUE(is_window("1992-2012"));
    EXPECT_FALSE(is_window("1992"));
    EXPECT_FALSE(is_window(""));
}

TEST(ShownWindow, HasTheDashOfPrint) {
    EXPECT_EQ(shown_window("1992-2012"), "1992–2012");
}

}  // namespace shares_rows_test
}  // namespace tarazy
