#include "analyses/trace/changepoints_claims.hpp"

#include "analyses/every_method_test.hpp"
#include "study/quantity_form.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace changepoints_claims_test {

TEST(ChangepointsClaims, TheNumberOfChangesHasItsPosteriorAndTheOthersSayWhyTheyHaveNone) {
    const PreparedAnalysis turning = prepared_analysis("turning");
    for (const Claim& claim : changepoints_claims(turning.plan, turning.compute())) {
        if (claim.parts.quantity == "changes") {
            ASSERT_TRUE(claim.interval.has_value());
            EXPECT_EQ(claim.quantiles.size(), 5u);
            EXPECT_EQ(claim.quantiles[2].probability, 0.5);
        } else {
            EXPECT_FALSE(claim.interval.has_value()) << claim.id;
            EXPECT_FALSE(claim.no_interval.empty()) << claim.id;
        }
        EXPECT_EQ(claim.formula.find("cause"), std::string::npos) << claim.id;
    }
}

TEST(ChangepointsClaims, OnlyWhatTheDataAllowMayBeTested) {
    AnalysisPlan plan = prepared_analysis("turning").plan;
    const auto knows = [&](const char* quantity) {
        return fitting_form(changepoints_quantities(plan), quantity) != nullptr;
    };
    EXPECT_TRUE(knows("change_in.RUS.2010-2011"));
    EXPECT_FALSE(knows("change_in.RUS.2010-2012"));
    EXPECT_TRUE(knows("state.UZB.changes.RUS"));
    EXPECT_TRUE(knows("decisions_near.RUS"));
    EXPECT_FALSE(knows("caused.RUS"));
    EXPECT_TRUE(fitting_form(changepoints_quantities(plan), "changes.RUS")->uncertain);
    std::erase_if(plan.inputs, [](const AnalysisInput& input) { return input.role == "events"; });
    EXPECT_FALSE(knows("coincide.RUS"));
    EXPECT_FALSE(knows("decisions_p"));
}

}  // namespace changepoints_claims_test
}  // namespace tarazy
