#include "study/tested_claims.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace tested_claims_test {

Claim number_of(const std::string& state, double value) {
    Claim claim;
    claim.parts = {state, "", "evenness", {}, "1991-2020"};
    claim.id = "a" + (state.empty() ? "" : ".state." + state) + ".evenness.1991-2020";
    claim.value = value;
    return claim;
}

AnalysisResult four_states(double mine) {
    AnalysisResult analysis;
    analysis.id = "a";
    analysis.claims = {number_of("", mine), number_of("UZB", 1), number_of("KGZ", 2), number_of("TJK", 2),
                       number_of("TKM", 4)};
    return analysis;
}

const Claim& focus(const AnalysisResult& analysis) {
    return *claim_of_quantity(analysis, "evenness.1991-2020");
}

TEST(TestedClaims, ComparisonStatesThatPassAreCountedByName) {
    const AnalysisResult analysis = four_states(3);
    const ComparisonPasses passes = comparison_passes(parse_criterion(">= 2"), analysis, focus(analysis));
    EXPECT_EQ(passes.states, 4u);
    EXPECT_EQ(passes.passed, 3u);
    EXPECT_EQ(passes.who, (std::vector<std::string>{"KGZ", "TJK", "TKM"}));
    EXPECT_FALSE(passes.idle());
    EXPECT_TRUE(comparison_passes(parse_criterion("> 0"), analysis, focus(analysis)).idle());
    EXPECT_TRUE(comparison_passes(parse_criterion("> 5"), analysis, focus(analysis)).idle());
}

TEST(TestedClaims, AStateWithoutANumberIsNotCounted) {
    AnalysisResult analysis = four_states(3);
    analysis.claims.back().value.reset();
    EXPECT_EQ(comparison_passes(parse_criterion("> 0"), analysis, focus(analysis)).states, 3u);
}

TEST(TestedClaims, RelativeTestsReadTheStandingAndTheRank) {
    const auto read = [](double mine, const char* criterion) {
        const AnalysisResult analysis = four_states(mine);
        const Criterion asked = parse_criterion(criterion);
        const ReadClaim found = claim_read_by(asked.scale, analysis, focus(analysis));
        EXPECT_EQ(found.why_not, "");
        return judge(asked, found.claim).result;
    };
    EXPECT_EQ(read(3, "above the median of comparison"), TestResult::passed);  // three of four lie below
    EXPECT_EQ(read(2, "above the median of comparison"), TestResult::failed);  // one below, two equal: 0.5
    EXPECT_EQ(read(2, "below the median of comparison"), TestResult::failed);
    EXPECT_EQ(read(1, "below the median of comparison"), TestResult::passed);
    EXPECT_EQ(read(5, "above the 0.75 quantile of comparison"), TestResult::passed);
    EXPECT_EQ(read(3, "above the 0.75 quantile of comparison"), TestResult::failed);
    EXPECT_EQ(read(3, "rank <= 2 of comparison"), TestResult::passed);
    EXPECT_EQ(read(2, "rank <= 2 of comparison"), TestResult::passed);
    EXPECT_EQ(read(1, "rank <= 2 of comparison"), TestResult::failed);
}

TEST(TestedClaims, TheStandingOfTheMethodGoesBeforeOneWorkedOutHere) {
    AnalysisResult analysis = four_states(3);
    Claim standing = number_of("", 0.1);
    standing.parts.quantity = "standing_of_evenness";
    standing.id = "a.standing_of_evenness.1991-2020";
    analysis.claims.push_back(standing);
    EXPECT_EQ(claim_read_by(Scale::standing, analysis, focus(analysis)).claim.value, 0.1);
}

TEST(TestedClaims, WithErrorsNoStandingIsWorkedOutHere) {
    AnalysisResult analysis = four_states(3);
    analysis.claims[2].interval = Interval{1, 3, 0.9, "bootstrap percentile"};
    EXPECT_NE(claim_read_by(Scale::standing, analysis, focus(analysis)).why_not, "");
    analysis.claims.resize(1);
    EXPECT_EQ(claim_read_by(Scale::rank, analysis, focus(analysis)).why_not,
              "the analysis has no such number of the comparison states");
}

}  // namespace tested_claims_test
}  // namespace tarazy
