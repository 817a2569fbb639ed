#include "analyses/simulate/simulate_claim.hpp"

#include "analyses/every_method_test.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace simulate_claim_test {

TEST(SimulateClaim, SaysWhatItIsOf) {
    const AnalysisPlan plan = prepared_analysis("grows").plan;
    const Claim claim = simulate_claim(plan, "simulate ensemble", {"", "hedge", "effect", {"room"}, "2020"}, 0.5);
    EXPECT_EQ(claim.id, "grows.hedge.effect.room.2020");
    EXPECT_EQ(claim.subject, "room, policy hedge, 2020");
    EXPECT_EQ(claim.quantity, "effect");
}

TEST(SimulateClaim, AShareHasAscendingQuantilesAlsoWhereAllMeetIt) {
    for (const double met : {0.0, 3.0, 20.0}) {
        Claim claim;
        put_share(claim, met, 20, "runs");
        EXPECT_EQ(*claim.value, met / 20);
        ASSERT_EQ(claim.quantiles.size(), 5u);
        for (std::size_t i = 1; i < 5; ++i) EXPECT_LE(claim.quantiles[i - 1].value, claim.quantiles[i].value);
        EXPECT_LT(claim.interval->lower, claim.interval->upper);
    }
}

TEST(SimulateClaim, AFanWithoutNumbersHasNoInterval) {
    const Table fan = read_csv("n,q05,q10,q50,q90,q95\n9,1,2,3,4,5\n0,,,,,\n", "f.csv");
    Claim claim;
    put_fan(claim, fan, 0, "runs");
    EXPECT_EQ(claim.interval->upper, 5);
    EXPECT_EQ(claim.quantiles.size(), 5u);
    put_fan(claim, fan, 1, "runs");
    EXPECT_FALSE(claim.interval);
    EXPECT_TRUE(claim.quantiles.empty());
}

}  // namespace simulate_claim_test
}  // namespace tarazy
