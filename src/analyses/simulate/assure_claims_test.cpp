#include "analyses/simulate/assure_claims.hpp"

#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace assure_claims_test {

TEST(AssureClaims, MediansOfTheDrawsAndSharesOfThem) {
    const PreparedAnalysis analysis = prepared_analysis("assured");
    std::map<std::string, Claim> claims;
    for (Claim& claim : assure_claims(analysis.plan, analysis.compute())) claims[claim.id] = std::move(claim);
    EXPECT_EQ(claims.size(), assure_told_quantities().size() + assure_told_shares().size());
    const Claim& effect = claims.at("assured.effect_of_assurance_on_forgo");
    ASSERT_TRUE(effect.interval);
    EXPECT_EQ(effect.quantiles.size(), 5u);
    EXPECT_LE(effect.interval->lower, *effect.value);
    const Claim& share = claims.at("assured.share_worth_something");
    EXPECT_EQ(share.unit, "share");
    EXPECT_GE(*share.value, 0);
    EXPECT_LE(*share.value, 1);
}

}  // namespace assure_claims_test
}  // namespace tarazy
