#include "analyses/network/regimes_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace regimes_analysis_test {

std::map<std::string, Claim> claims_of(const PreparedAnalysis& analysis) {
    std::map<std::string, Claim> by_id;
    for (Claim& claim : analysis.method->claims(analysis.plan, analysis.compute())) by_id[claim.id] = std::move(claim);
    return by_id;
}

PreparedAnalysis with_spells(const std::string& rows) {
    PreparedAnalysis analysis = prepared_analysis("regimes");
    analysis.tables.at("memberships") =
        read_csv("institution,iso3,status,start,end,right_censored_at,preferred,source,note\n" + rows, "m.csv");
    return analysis;
}

TEST(RegimesAnalysis, CoverageAndRankReachToWhatTheUnknownCellsAllow) {
    const auto claims = claims_of(
        with_spells("ONE,KAZ,member,1995,,,,a,\nTWO,KAZ,member,2001,,2010,,a,\nTHREE,KAZ,member,2003,,2016,,a,\n"
                    "ONE,UZB,member,1992,,2016,,a,\nTWO,RUS,member,2001,,2016,,a,\n"));
    const Claim& coverage = claims.at("regimes.regime_coverage");
    EXPECT_DOUBLE_EQ(*coverage.value, 2.0 / 3);
    ASSERT_TRUE(coverage.interval);
    EXPECT_DOUBLE_EQ(coverage.interval->lower, 2.0 / 3);
    EXPECT_DOUBLE_EQ(coverage.interval->upper, 1);
    EXPECT_EQ(coverage.interval->kind, "bounds over the unknown cells");
    EXPECT_EQ(claims.at("regimes.regime_rank").value, 1);
    EXPECT_TRUE(claims.contains("regimes.state.UZB.regime_coverage")) << "the comparison state stands beside";
    EXPECT_EQ(claims.at("regimes.known_in").value, 2);
    EXPECT_FALSE(claims.at("regimes.known_in").no_interval.empty());
}

TEST(RegimesAnalysis, JoiningSpansRivalSourcesAndAnUpperBoundIsNoYear) {
    const auto claims = claims_of(
        with_spells("ONE,KAZ,member,1994,,2016,yes,a,\nONE,KAZ,member,1996,,2016,no,b,\nONE,UZB,member,1992,,2016,,a,\n"
                    "ONE,RUS,member,1992,,2016,,a,\nTWO,KAZ,member,2007,,2016,,a,upper bound: listed\n"
                    "THREE,UZB,member,2001,,2016,,a,\n"));
    const Claim& joined_one = claims.at("regimes.joined.ONE");
    EXPECT_EQ(joined_one.value, 1994);
    EXPECT_EQ(joined_one.interval->lower, 1994);
    EXPECT_EQ(joined_one.interval->upper, 1996);
    EXPECT_EQ(claims.at("regimes.years_before_median.ONE").value, -2);
    EXPECT_EQ(claims.at("regimes.years_before_median.ONE").interval->lower, -4);
    EXPECT_EQ(claims.at("regimes.share_before.ONE").value, 1);
    const Claim& bound = claims.at("regimes.joined.TWO");
    EXPECT_FALSE(bound.value);
    EXPECT_EQ(bound.statement, "in by 2007, since when is not known");
    EXPECT_FALSE(claims.at("regimes.joined.THREE").value);
    EXPECT_EQ(claims.at("regimes.joined.THREE").statement, "it has not joined");
    EXPECT_FALSE(claims.contains("regimes.state.UZB.joined.ONE")) << "no test asks for it";
}

TEST(RegimesAnalysis, ATestCanAskForAComparisonState) {
    PreparedAnalysis analysis = with_spells(
        "ONE,KAZ,member,1994,,2016,,a,\nONE,UZB,member,1992,,2016,,a,\n"
        "TWO,KAZ,member,1994,,2016,,a,\nTHREE,KAZ,member,1994,,2016,,a,\n");
    analysis.plan.tested = {"joined.ONE"};
    EXPECT_EQ(claims_of(analysis).at("regimes.state.UZB.joined.ONE").value, 1992);
}

TEST(RegimesAnalysis, TestedNumbersAreAlsoToldUnderTheRivalSource) {
    PreparedAnalysis analysis = with_spells(
        "ONE,KAZ,member,1994,,2016,yes,a,\nONE,KAZ,member,1996,,2016,no,b,\nTWO,UZB,member,1992,,2016,,a,\n"
        "THREE,UZB,member,1992,,2016,,a,\n");
    EXPECT_EQ(analysis.method->other_readings(analysis.plan, analysis.roles()).rows(), 0u) << "nothing is tested";
    analysis.plan.tested = {"joined.ONE", "regime_coverage"};
    const Table readings = analysis.method->other_readings(analysis.plan, analysis.roles());
    ASSERT_EQ(readings.rows(), 1u);
    EXPECT_EQ(readings["entry"].text(0), "ONE, KAZ");
    EXPECT_EQ(readings["quantity"].text(0), "joined.ONE");
    EXPECT_EQ(readings["value"].real(0), 1996);
    EXPECT_EQ(readings["other"].text(0), "b");
}

TEST(RegimesAnalysis, ANameOfTheSetThatTheDataDoNotHaveIsRefused) {
    const PreparedAnalysis analysis = with_spells("ONE,KAZ,member,1994,,2016,,a,\n");
    try {
        (void)analysis.compute();
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("the set names 'TWO', of which there is no row"), std::string::npos)
            << error.what();
    }
}

TEST(RegimesAnalysis, TheCommandNamesFileYearAndSet) {
    const PreparedAnalysis analysis = prepared_analysis("regimes");
    const std::string command = analysis.method->command(analysis.plan);
    EXPECT_NE(command.find("tarazy network memberships --memberships"), std::string::npos) << command;
    EXPECT_NE(command.find("--year 2016 --only ONE,TWO,THREE"), std::string::npos) << command;
}

}  // namespace regimes_analysis_test
}  // namespace tarazy
