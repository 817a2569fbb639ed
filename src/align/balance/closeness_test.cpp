#include "align/balance/closeness.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace closeness_test {

const std::vector<PoleMembers> three = {{"A", {}}, {"B", {}}, {"C", {}}};

double value_of(const std::vector<SummaryQuantity>& all, const std::string& quantity, const std::string& poles) {
    for (const SummaryQuantity& one : all) {
        if (one.quantity == quantity && one.poles == poles) return one.value;
    }
    ADD_FAILURE() << quantity << ' ' << poles;
    return 0;
}

TEST(SummariseCloseness, WorkedByHandOverTwoYears) {
    const auto all = summarise_closeness({2000, 2010}, {{0.8, 0.6, 0.6}, {0.4, 0.9, 0.7}}, three);
    EXPECT_NEAR(value_of(all, "mean_share", "A"), (0.4 + 0.2) / 2, 1e-15);
    EXPECT_NEAR(value_of(all, "difference", "A-B"), 0.6 - 0.75, 1e-15);
    EXPECT_NEAR(value_of(all, "trend", "A"), -0.4, 1e-12);  // per ten years
    EXPECT_EQ(value_of(all, "years_nearest", "A"), 1);
    EXPECT_EQ(value_of(all, "years_nearest", "B"), 1);
    EXPECT_EQ(value_of(all, "years_nearest", "C"), 0);
}

TEST(SummariseCloseness, EvennessIsOneForEqualPolesAndZeroForOne) {
    EXPECT_NEAR(value_of(summarise_closeness({2000}, {{0.3, 0.3, 0.3}}, three), "evenness", ""), 1, 1e-15);
    EXPECT_NEAR(value_of(summarise_closeness({2000}, {{0.3, 0, 0}}, three), "evenness", ""), 0, 1e-15);
}

TEST(SummariseCloseness, OneYearHasNoTrend) {
    EXPECT_TRUE(std::isnan(value_of(summarise_closeness({2000}, {{0.3, 0.2, 0.1}}, three), "trend", "A")));
}

TEST(NearestPole, EquallyNearPolesHaveNoNearest) {
    EXPECT_EQ(nearest_pole({0.1, 0.5, 0.2}), 1u);
    EXPECT_FALSE(nearest_pole({0.5, 0.5, 0.2}).has_value());
}

}  // namespace closeness_test
}  // namespace tarazy
