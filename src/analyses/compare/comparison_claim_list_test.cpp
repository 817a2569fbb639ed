#include "analyses/compare/comparison_claim_list.hpp"

#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace comparison_claim_list_test {

TEST(ComparisonClaimList, HoldsWhatIsWanted) {
    const AnalysisPlan plan = prepared_analysis("reversal").plan;
    const std::set<std::string> wanted = {"necessity.A.incl", "cases"};
    ComparisonClaimList claims(plan, &wanted);
    claims.add({"necessity", {"A"}}, "incl", "inclN", "A", 0.5);
    claims.add({"necessity", {"B"}}, "incl", "inclN", "B", 0.6).statement = "goes nowhere";
    claims.add({}, "cases", "count", "cases", 7);
    const std::vector<Claim> found = claims.take();
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].id, "reversal.necessity.A.incl");
    EXPECT_EQ(found[1].id, "reversal.cases");
}

TEST(ComparisonClaimList, GoesOnWithAnotherCase) {
    const AnalysisPlan plan = prepared_analysis("reversal").plan;
    const std::set<std::string> wanted = {"parsimonious.focus_terms", "focus_row_cases"};
    ComparisonClaimList claims(plan);
    claims.add({}, "focus_row_cases", "count", "cases", 1);
    claims.go_on_with("UKR", wanted);
    claims.add({"parsimonious", {}}, "focus_terms", "models", "UKR", 1);
    claims.add({"parsimonious", {}}, "focus_alone", "focus_alone", "UKR", 1);
    claims.add({}, "focus_row_cases", "count", "cases", 2);
    const std::vector<Claim> found = claims.take();
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[1].id, "reversal.state.UKR.parsimonious.focus_terms");
    EXPECT_EQ(found[1].parts.state, "UKR");
    EXPECT_EQ(found[2].id, "reversal.state.UKR.focus_row_cases");
}

}  // namespace comparison_claim_list_test
}  // namespace tarazy
