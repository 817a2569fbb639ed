#include "network/signed_balance/signed_kernel.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace signed_kernel_test {

/// Least cost over all divisions of nodes given, none of which is fixed.
double least_cost(const SignedKernel& kernel, std::vector<std::int8_t>& best) {
    const std::vector<std::uint32_t> nodes = kernel.nodes();
    double least = INFINITY;
    for (std::uint32_t bits = 0; bits < 1U << nodes.size(); ++bits) {
        std::vector<std::int8_t> side(kernel.size(), 1);
        for (std::size_t i = 0; i < nodes.size(); ++i) side[nodes[i]] = (bits >> i & 1U) != 0 ? -1 : 1;
        if (kernel.cost(side) < least) {
            least = kernel.cost(side);
            best = side;
        }
    }
    return least;
}

TEST(SignedKernel, TakingNodesAwayKeepsTheLeastCostAndGivesItsSidesBack) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Random random(seed, "kernels of tests", 0);
        const std::size_t nodes = 3 + random.below(8);
        std::vector<SignedEdge> edges;
        for (std::uint32_t a = 0; a < nodes; ++a) {
            for (std::uint32_t b = a + 1; b < nodes; ++b) {
                if (random.uniform() < 0.5)
                    edges.push_back(
                        {a, b, (random.below(2) == 0 ? -1.0 : 1.0) * static_cast<double>(1 + random.below(4))});
            }
        }
        const SignedKernel whole(nodes, edges);
        SignedKernel kernel = whole;
        kernel.reduce();
        std::vector<std::int8_t> side;
        const double before = least_cost(whole, side), after = kernel.offset() + least_cost(kernel, side);
        EXPECT_NEAR(before, after, 1e-9) << seed;
        kernel.extend(side);
        EXPECT_NEAR(whole.cost(side), before, 1e-9) << seed;
    }
}

TEST(SignedKernel, OppositeTiesBetweenTwoNodesFrustrateTheWeakerOne) {
    const std::vector<SignedEdge> edges = {{0, 1, 3}, {1, 0, -2}};
    const SignedKernel kernel(2, edges);
    EXPECT_EQ(kernel.offset(), 2);
    EXPECT_EQ(kernel.arcs(0)[0].weight, 1);
}

}  // namespace signed_kernel_test
}  // namespace tarazy
