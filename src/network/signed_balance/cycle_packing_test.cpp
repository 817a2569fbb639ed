#include "network/signed_balance/cycle_packing.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace cycle_packing_test {

TEST(CyclePacking, TwoNegativeTrianglesWithoutACommonTieBoundByTwo) {
    const std::vector<SignedEdge> edges = {{0, 1, 1}, {1, 2, 1}, {0, 2, -1}, {2, 3, 1}, {3, 4, 1}, {2, 4, -1}};
    const SignedKernel kernel(5, edges);
    const std::vector<std::int8_t> side(5, 1);
    CyclePacking packing(kernel, side);
    Random random(1, "packing of tests", 0);
    packing.pack(random, 10, {});
    EXPECT_EQ(packing.bound(), 2);
}

TEST(CyclePacking, WhatMuchUnpackedWeightFlowsBetweenCannotBeParted) {
    // Four friends; a negative triangle hangs on by one tie.
    const std::vector<SignedEdge> edges = {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {1, 2, 1}, {1, 3, 1},
                                           {2, 3, 1}, {3, 4, 1}, {4, 5, 1}, {5, 6, 1}, {4, 6, -1}};
    const SignedKernel kernel(7, edges);
    const std::vector<std::int8_t> side(7, 1);
    CyclePacking packing(kernel, side);
    Random random(1, "packing of tests", 0);
    packing.pack(random, 10, {});
    EXPECT_EQ(packing.bound(), 1);
    const auto root = packing.inseparable(2, {});
    EXPECT_EQ(root[0], root[3]);
    EXPECT_EQ(root[1], root[2]);
    EXPECT_EQ(root[0], root[1]);
    EXPECT_NE(root[3], root[4]);
    EXPECT_NE(root[4], root[5]);
}

}  // namespace cycle_packing_test
}  // namespace tarazy
