#include "analyses/align/shared_measures.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace shared_measures_test {

std::optional<SharedMeasure> of(const char* role, const char* quantity) {
    AnalysisPlan plan;
    plan.inputs = {{role, "key", {}}};
    Claim claim;
    claim.parts.quantity = quantity;
    return measure_of_shares(plan, claim);
}

TEST(SharedMeasures, AreToldByArenaAndQuantity) {
    EXPECT_EQ(of("votes", "years_nearest")->name, "votes.years_nearest");
    EXPECT_EQ(of("votes", "closeness")->name, "votes.years_nearest");
    EXPECT_EQ(of("votes", "closeness")->kind, SharedMeasure::Kind::leader_of_year);
    EXPECT_EQ(of("ties", "trend")->name, "ties.trend");
    EXPECT_FALSE(of("votes", "evenness").has_value());
}

}  // namespace shared_measures_test
}  // namespace tarazy
