#include "analyses/network/function_claims.hpp"

#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace function_claims_test {

constexpr FunctionQuantity any_quantity = {"coverage", "institutions", "c", "this test"};

Claim claim_of(std::optional<double> value, const std::optional<NumberBounds>& bounds) {
    const PreparedAnalysis analysis = prepared_analysis("functions");
    FunctionClaims claims(analysis.plan, "network functions", "tarazy");
    claims.add("KAZ", any_quantity, "trade", 2016, value, bounds);
    return claims.take().at(0);
}

TEST(FunctionClaims, AKnownNumberHasItsValueAsInterval) {
    const Claim zero = claim_of(0, NumberBounds{0, 0});
    EXPECT_EQ(zero.value, 0);
    EXPECT_EQ(zero.interval->upper, 0);
    EXPECT_EQ(zero.id, "functions.coverage.trade");
}

TEST(FunctionClaims, WhatMayBeMoreIsNeverZero) {
    EXPECT_FALSE(claim_of(0, NumberBounds{0, 1}).value);
    const Claim some = claim_of(2, NumberBounds{2, 4});
    EXPECT_EQ(some.value, 2);
    EXPECT_EQ(some.quantiles.front().value, 2);
    EXPECT_EQ(some.quantiles.back().value, 4);
}

TEST(FunctionClaims, WhatIsNotDefinedSaysWhy) {
    const Claim none = claim_of(std::nullopt, std::nullopt);
    EXPECT_FALSE(none.value);
    EXPECT_FALSE(none.interval);
    EXPECT_FALSE(none.no_interval.empty());
}

}  // namespace function_claims_test
}  // namespace tarazy
