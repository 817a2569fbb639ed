#include "compare/minimisation/prime_implicants.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace prime_implicants_test {

// minimise_test.cpp compares both searches with the definition on random tables.

TEST(PrimeImplicants, StoppingAtTheLimitIsSaid) {
    const PropertySpace space({{"A", 2, false, false}, {"B", 2, false, false}});
    const std::vector<Literals> positive = {space.literal(0, 1) | space.literal(1, 1)};
    const std::vector<Literals> negative = {space.literal(0, 0) | space.literal(1, 0)};
    EXPECT_EQ(free_prime_implicants(positive, negative, {2}).terms.size(), 2U);
    EXPECT_TRUE(free_prime_implicants(positive, negative, {2}).complete);
    EXPECT_FALSE(free_prime_implicants(positive, negative, {1}).complete);
    EXPECT_EQ(free_prime_implicants(positive, negative, {1}).terms.size(), 1U);
}

}  // namespace prime_implicants_test
}  // namespace tarazy
