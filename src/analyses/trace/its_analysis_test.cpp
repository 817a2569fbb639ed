#include "analyses/trace/its_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace its_analysis_test {

const Claim* claim_called(const std::vector<Claim>& claims, const std::string& id) {
    const auto found = std::ranges::find(claims, id, &Claim::id);
    return found == claims.end() ? nullptr : &*found;
}

TEST(ItsAnalysis, LevelAndSlopeOfTheStateAndOfOthers) {
    const PreparedAnalysis analysis = prepared_analysis("break");
    const std::vector<Claim> claims = analysis.method->claims(analysis.plan, analysis.compute());
    const Claim* level = claim_called(claims, "break.level.growth");
    ASSERT_NE(level, nullptr);
    EXPECT_TRUE(level->interval);
    EXPECT_EQ(level->quantiles.size(), 7u);
    EXPECT_TRUE(claim_called(claims, "break.state.UZB.slope.growth")->interval);
    EXPECT_EQ(claim_called(claims, "break.observations_before.growth")->value, 7);
    EXPECT_EQ(claim_called(claims, "break.state.UZB.level_p.growth"), nullptr);
}

TEST(ItsAnalysis, TooFewObservationsGiveAReasonAndNoNumber) {
    PreparedAnalysis analysis = prepared_analysis("break");
    analysis.plan.parameters.set("at", std::int64_t{2006});
    const std::vector<Claim> claims = analysis.method->claims(analysis.plan, analysis.compute());
    const Claim* level = claim_called(claims, "break.level.growth");
    ASSERT_NE(level, nullptr);
    EXPECT_FALSE(level->value);
    EXPECT_NE(level->statement.find("1 observations before"), std::string::npos) << level->statement;
    EXPECT_EQ(claim_called(claims, "break.observations_before.growth")->value, 1);
}

TEST(ItsAnalysis, AGapOfAnotherStateLeavesItOut) {
    PreparedAnalysis analysis = prepared_analysis("break");
    analysis.tables.at("panel") = edited(analysis.tables.at("panel"), "UZB,2009,", "UZB,2009,\nUZB,1999,");
    const std::vector<ResultTable> tables = analysis.compute();
    ASSERT_EQ(notes_in(tables).size(), 1u);
    EXPECT_NE(notes_in(tables)[0].find("left out: UZB"), std::string::npos);
}

TEST(ItsAnalysis, TheCommandTakesOneSeries) {
    const PreparedAnalysis trade = prepared_analysis("break_trade"), panel = prepared_analysis("break");
    EXPECT_NE(trade.method->command(trade.plan).find("--series \"indicator=imports_from_RUS\""), std::string::npos)
        << trade.method->command(trade.plan);
    EXPECT_NE(panel.method->command(panel.plan).find("--value growth --series unit=KAZ --at 2012"), std::string::npos)
        << panel.method->command(panel.plan);
}

}  // namespace its_analysis_test
}  // namespace tarazy
