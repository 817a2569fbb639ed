#include "network/signed_balance/signed_blocks.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace signed_blocks_test {

TEST(SignedBlocks, ASharedNodeBelongsToBothBlocks) {
    const std::vector<SignedEdge> edges = {{0, 1, 1}, {1, 2, 1}, {0, 2, 1}, {2, 3, 1}, {3, 4, 1}, {2, 4, 1}, {4, 5, 1}};
    auto blocks = signed_blocks(SignedKernel(7, edges));
    std::ranges::sort(blocks);
    EXPECT_EQ(blocks, (std::vector<std::vector<std::uint32_t>>{{0, 1, 2}, {2, 3, 4}, {4, 5}}));
}

}  // namespace signed_blocks_test
}  // namespace tarazy
