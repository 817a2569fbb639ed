#include "analyses/simulate/hedge_claims.hpp"

#include "analyses/every_method_test.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace hedge_claims_test {

TEST(HedgeClaims, ParametersAndSkillsWithIntervals) {
    const PreparedAnalysis analysis = prepared_analysis("hedged");
    std::map<std::string, Claim> claims;
    for (Claim& claim : hedge_claims(analysis.plan, analysis.compute())) claims[claim.id] = std::move(claim);
    const Claim& inertia = claims.at("hedged.parameter.e");
    ASSERT_TRUE(inertia.interval);
    EXPECT_EQ(inertia.interval->level, 0.9);
    EXPECT_EQ(inertia.quantiles.size(), 3u);
    EXPECT_LT(inertia.interval->lower, *inertia.value);
    EXPECT_TRUE(claims.at("hedged.skill_over_persistence.hedge-2").interval);
    EXPECT_TRUE(claims.contains("hedged.skill.hedge-1"));
}

TEST(HedgeClaims, AParameterOnABoundSaysWhyItHasNoInterval) {
    const PreparedAnalysis analysis = prepared_analysis("hedged");
    std::vector<ResultTable> tables = analysis.compute();
    Table& estimates = tables.front().table;
    std::vector<std::string> notes(estimates.rows(), "on a bound of the search");
    for (std::size_t c = 0; c < estimates.names.size(); ++c) {
        if (estimates.names[c] == "lower")
            estimates.columns[c] = Column(std::vector<double>(estimates.rows(), Column::missing_real));
        if (estimates.names[c] == "notes") estimates.columns[c] = Column(notes);
    }
    for (const Claim& claim : hedge_claims(analysis.plan, tables)) {
        if (claim.quantity != "parameter") continue;
        EXPECT_FALSE(claim.interval);
        EXPECT_EQ(claim.no_interval, "on a bound of the search");
    }
}

}  // namespace hedge_claims_test
}  // namespace tarazy
