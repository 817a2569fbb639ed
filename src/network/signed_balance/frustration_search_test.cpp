#include "network/signed_balance/frustration_search.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace frustration_search_test {

TEST(FrustrationSearch, ProvesTheLeastCostOfACompleteGraphOfEnemies) {
    std::vector<SignedEdge> edges;
    for (std::uint32_t a = 0; a < 8; ++a) {
        for (std::uint32_t b = a + 1; b < 8; ++b) edges.push_back({a, b, -1});
    }
    const SignedKernel kernel(8, edges);
    const FrustrationFound found = least_frustration(kernel, 1, {});
    EXPECT_EQ(found.cost, 12);
    EXPECT_TRUE(found.optimal);
    EXPECT_EQ(kernel.cost(found.side), 12);
}

TEST(FrustrationSearch, AGraphWithoutTiesCostsNothing) {
    const FrustrationFound found = least_frustration(SignedKernel(3, {}), 1, {});
    EXPECT_EQ(found.cost, 0);
    EXPECT_TRUE(found.optimal);
}

}  // namespace frustration_search_test
}  // namespace tarazy
