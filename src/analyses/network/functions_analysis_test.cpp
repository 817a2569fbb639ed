#include "analyses/network/functions_analysis.hpp"

#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace functions_analysis_test {

const Claim* claim_called(const std::vector<Claim>& claims, const std::string& id) {
    const auto found = std::ranges::find(claims, id, &Claim::id);
    return found == claims.end() ? nullptr : &*found;
}

TEST(FunctionsAnalysis, CoverageOfTheFocusAndOfTestedStates) {
    PreparedAnalysis analysis = prepared_analysis("functions");
    std::vector<Claim> claims = analysis.method->claims(analysis.plan, analysis.compute());
    // 2016: KAZ is in ONE (dialogue, verification) and TWO (dialogue).
    EXPECT_EQ(claim_called(claims, "functions.coverage.dialogue")->value, 2);
    EXPECT_EQ(claim_called(claims, "functions.redundancy.dialogue")->value, 1);
    EXPECT_EQ(claim_called(claims, "functions.sole.verification")->value, 1);
    EXPECT_EQ(claim_called(claims, "functions.herfindahl.dialogue")->value, 0.5);
    EXPECT_EQ(claim_called(claims, "functions.functions_covered")->value, 2);
    EXPECT_EQ(claim_called(claims, "functions.state.UZB.coverage.dialogue"), nullptr) << "no test names it";
    analysis.plan.tested = {"coverage.dialogue"};
    claims = analysis.method->claims(analysis.plan, analysis.compute());
    EXPECT_EQ(claim_called(claims, "functions.state.UZB.coverage.dialogue")->value, 1);
    EXPECT_EQ(claim_called(claims, "functions.state.UZB.sole.dialogue"), nullptr);
}

TEST(FunctionsAnalysis, AMembershipThatIsNotKnownLeavesBoundsAndNoZero) {
    PreparedAnalysis analysis = prepared_analysis("functions");
    // The source of THREE ends before the year, and who was in it then is not known.
    analysis.tables.at("memberships") =
        edited(edited(edited(analysis.tables.at("memberships"), "THREE,USA,2003,2010-12-31", "THREE,USA,2003,"),
                      "THREE,FRA,2003,2010-12-31", "THREE,KAZ,2003,"),
               "member,2016\nTHREE,KAZ,2003,,member,2016", "member,2016\nTHREE,KAZ,2003,,member,2010");
    const std::vector<Claim> claims = analysis.method->claims(analysis.plan, analysis.compute());
    const Claim* trade = claim_called(claims, "functions.coverage.trade");
    ASSERT_NE(trade, nullptr);
    EXPECT_FALSE(trade->value) << "not zero";
    ASSERT_TRUE(trade->interval);
    EXPECT_EQ(trade->interval->lower, 0);
    EXPECT_EQ(trade->interval->upper, 1);
    EXPECT_FALSE(claim_called(claims, "functions.sole.trade")->value);
    EXPECT_EQ(claim_called(claims, "functions.functions_covered")->value, 2);
    EXPECT_EQ(claim_called(claims, "functions.functions_covered")->interval->upper, 4);
}

TEST(FunctionsAnalysis, SeveralYearsStandInTheIds) {
    const PreparedAnalysis analysis = prepared_analysis("functions_years");
    const std::vector<Claim> claims = analysis.method->claims(analysis.plan, analysis.compute());
    EXPECT_NE(claim_called(claims, "functions_years.coverage.dialogue.2008"), nullptr);
    EXPECT_NE(claim_called(claims, "functions_years.functions_covered.2010"), nullptr);
    EXPECT_EQ(claim_called(claims, "functions_years.coverage.dialogue"), nullptr);
}

}  // namespace functions_analysis_test
}  // namespace tarazy
