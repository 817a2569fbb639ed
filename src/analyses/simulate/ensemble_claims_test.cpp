#include "analyses/simulate/ensemble_claims.hpp"

#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace ensemble_claims_test {

std::map<std::string, Claim> claims_of(const PreparedAnalysis& analysis) {
    std::map<std::string, Claim> by_id;
    for (Claim& claim : ensemble_claims(analysis.plan, analysis.compute())) by_id[claim.id] = std::move(claim);
    return by_id;
}

TEST(EnsembleClaims, TheLastYearIsToldAndOtherYearsWhereATestReadsThem) {
    PreparedAnalysis analysis = prepared_analysis("grows");
    EXPECT_TRUE(claims_of(analysis).contains("grows.wait.outcome.room.2020"));
    EXPECT_FALSE(claims_of(analysis).contains("grows.wait.outcome.room.2018"));
    analysis.plan.tested = {"wait.outcome.room.2018"};
    EXPECT_TRUE(claims_of(analysis).contains("grows.wait.outcome.room.2018"));
}

TEST(EnsembleClaims, ARisingPoleTakesRoomInEveryRun) {
    const auto claims = claims_of(prepared_analysis("grows"));
    const Claim& effect = claims.at("grows.wait.effect.room.2020");
    ASSERT_EQ(effect.quantiles.size(), 7u);
    EXPECT_LT(effect.quantiles.back().value, 0);
    // Three years of a rise of at least .01 and at most .05, and perhaps the shock of .1.
    EXPECT_LE(*effect.value, -0.03);
    EXPECT_GE(*effect.value, -0.25);
}

TEST(EnsembleClaims, SharesHaveWilsonsIntervalAndItsQuantiles) {
    const auto claims = claims_of(prepared_analysis("grows"));
    const Claim& share = claims.at("grows.hedge.share.room_left.2020");
    ASSERT_TRUE(share.interval);
    EXPECT_LE(share.interval->lower, *share.value);
    EXPECT_GE(share.interval->upper, *share.value);
    EXPECT_EQ(share.quantiles.size(), 5u);
    EXPECT_EQ(claims.at("grows.hedge.regret_max.room_left.2020").unit, "as the scenario's formula gives it");
    EXPECT_TRUE(claims.contains("grows.delta.room-rise.2020"));
}

TEST(EnsembleClaims, WithoutPoliciesIdsDoNotSayNone) {
    EXPECT_EQ(policy_domain("none") + policy_domain("x"), "x");
}

}  // namespace ensemble_claims_test
}  // namespace tarazy
