#include "analyses/network/bridge_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace bridge_analysis_test {

std::map<std::string, Claim> claims_of(const PreparedAnalysis& analysis) {
    std::map<std::string, Claim> by_id;
    for (Claim& claim : analysis.method->claims(analysis.plan, analysis.compute())) by_id[claim.id] = std::move(claim);
    return by_id;
}

TEST(BridgeAnalysis, NumbersOfTheFocusByYearAndWindowLeadBackToMemberships) {
    const auto claims = claims_of(prepared_analysis("bridge"));
    // ONE joins all three poles and has Kazakhstan and Uzbekistan between; in TWO Kazakhstan is alone between two.
    const Claim& bridges = claims.at("bridge.bridges.2006");
    EXPECT_GT(*bridges.value, claims.at("bridge.bridges.CHN-RUS.2006").value.value() - 1e-12);
    ASSERT_TRUE(bridges.interval);
    EXPECT_EQ(bridges.quantiles.size(), 5u);
    EXPECT_EQ(claims.at("bridge.memberships.2006").value, 2);
    EXPECT_FALSE(claims.at("bridge.memberships.2006").no_interval.empty());
    EXPECT_NE(bridges.inputs.at(0).rows.find("KAZ"), std::string::npos);
    EXPECT_NE(bridges.reproduce.find("tarazy network bridge --memberships"), std::string::npos);
    EXPECT_NE(bridges.reproduce.find("WEST=USA+FRA"), std::string::npos);
    EXPECT_TRUE(claims.contains("bridge.state.UZB.exceeds.2005-2016")) << "of others over the windows";
    EXPECT_FALSE(claims.contains("bridge.state.UZB.exceeds.2006")) << "and by year where a test asks for it";
}

TEST(BridgeAnalysis, NumbersOfOthersByYearAreThereWhereATestReadsThem) {
    PreparedAnalysis analysis = prepared_analysis("bridge");
    analysis.plan.tested = {"exceeds.2006"};
    EXPECT_TRUE(claims_of(analysis).contains("bridge.state.UZB.exceeds.2006"));
}

TEST(BridgeAnalysis, AStateOfAPoleIsNoBridgeBetweenPoles) {
    PreparedAnalysis analysis = prepared_analysis("bridge");
    analysis.plan.frame.focus = "RUS";
    analysis.plan.frame.comparison = {"CHN"};
    EXPECT_THROW((void)analysis.compute(), InputError);
}

TEST(BridgeAnalysis, TheStandingAmongOthersNeedsThree) {
    const auto tables = prepared_analysis("bridge").compute();
    EXPECT_EQ(find_table(tables, "standings"), nullptr) << "one comparison state; empty tables are not kept";
}

}  // namespace bridge_analysis_test
}  // namespace tarazy
