#include "analyses/simulate/forecast_claims.hpp"

#include "analyses/every_method_test.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace forecast_claims_test {

TEST(ForecastClaims, QuantilesOfTheModelAndSkillsOfAll) {
    const PreparedAnalysis analysis = prepared_analysis("foreseen");
    std::map<std::string, Claim> claims;
    for (Claim& claim : forecast_claims(analysis.plan, analysis.compute())) claims[claim.id] = std::move(claim);
    EXPECT_EQ(claims.size(), 3u * 3 + 2 * 4);
    const Claim& russia = claims.at("foreseen.forecast.RUS.2019");
    ASSERT_TRUE(russia.interval);
    EXPECT_LT(russia.interval->lower, *russia.value);
    EXPECT_EQ(russia.quantiles.size(), 7u);
    const Claim& skill = claims.at("foreseen.skill.drift-3");
    ASSERT_TRUE(skill.interval);
    EXPECT_NE(skill.formula.find("1 - mean CRPS"), std::string::npos);
}

TEST(ForecastClaims, OfASealTheYearsThatItForesaw) {
    const PreparedAnalysis analysis = prepared_analysis("foreseen");
    std::vector<ResultTable> tables = analysis.compute();
    for (ResultTable& table : tables)
        if (table.name == "scores") table.table = edited(table.table, "hindcast", "forecast");
    for (const Claim& claim : forecast_claims(analysis.plan, tables)) {
        if (claim.quantity != "sealed_skill") continue;
        EXPECT_EQ(claim.id, "foreseen.sealed_skill.drift.2015, 2016");
        EXPECT_EQ(claim.no_interval, "one sealed forecast");
        return;
    }
    FAIL() << "no claim of the sealed forecast";
}

}  // namespace forecast_claims_test
}  // namespace tarazy
