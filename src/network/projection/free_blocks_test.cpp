#include "network/projection/free_blocks.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tarazy {
namespace free_blocks_test {

BitMatrix matrix_of(std::size_t rows, std::size_t columns, std::uint64_t bits) {
    BitMatrix matrix(rows, columns);
    for (std::size_t cell = 0; cell < rows * columns; ++cell)
        matrix.set(cell / columns, cell % columns, (bits >> cell & 1U) != 0);
    return matrix;
}

std::vector<std::size_t> margins_of(const BitMatrix& matrix) {
    std::vector<std::size_t> margins;
    for (std::size_t row = 0; row < matrix.rows(); ++row) margins.push_back(count_bits(matrix.row(row)));
    const BitMatrix turned = transposed(matrix);
    for (std::size_t row = 0; row < turned.rows(); ++row) margins.push_back(count_bits(turned.row(row)));
    return margins;
}

// The definition, written out over all matrices of three rows and four columns.
TEST(FreeBlocks, AreTheCellsThatDifferAmongAllMatricesWithTheMargins) {
    constexpr std::size_t rows = 3, columns = 4, cells = rows * columns;
    Random random(1, "closed cells", 0);
    for (int repeat = 0; repeat < 60; ++repeat) {
        const std::uint64_t closed = repeat % 3 == 0 ? 0 : random() & random() & random() & ((1U << cells) - 1);
        const std::uint64_t ties = random() & ~closed & ((1U << cells) - 1);
        const auto wanted = margins_of(matrix_of(rows, columns, ties));
        std::uint64_t ever = 0, always = ~std::uint64_t{0};
        for (std::uint64_t other = 0; other < (1U << cells); ++other) {
            if ((other & closed) != 0 || margins_of(matrix_of(rows, columns, other)) != wanted) continue;
            ever |= other;
            always &= other;
        }
        const FreeBlocks blocks = free_blocks(matrix_of(rows, columns, ties),
                                              repeat % 3 == 0 ? BitMatrix() : matrix_of(rows, columns, closed));
        for (std::size_t cell = 0; cell < cells; ++cell) {
            if ((closed >> cell & 1U) != 0) continue;
            const bool differs = ((ever & ~always) >> cell & 1U) != 0;
            EXPECT_EQ(blocks.free(cell / columns, cell % columns), differs)
                << "ties " << ties << " closed " << closed << " cell " << cell;
        }
    }
}

TEST(FreeBlocks, NestedMatricesAreDecidedThroughout) {
    const BitMatrix nested = matrix_of(3, 3, 0b001'011'111);
    const FreeBlocks blocks = free_blocks(nested, {});
    EXPECT_EQ(blocks.blocks, 0u);
    EXPECT_FALSE(blocks.free(1, 1));
}

TEST(FreeBlocks, TwoBlocksBetweenWhichNothingCanMove) {
    // Rows a, b have X, Y and one of Z, W each; rows c, d only one of X', Y': the corner blocks are decided.
    BitMatrix ties(4, 4);
    for (const auto& [row, column] : {std::pair{0, 0}, {0, 1}, {1, 0}, {1, 1}, {0, 2}, {1, 3}, {2, 0}, {3, 1}})
        ties.set(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
    const FreeBlocks blocks = free_blocks(ties, {});
    EXPECT_EQ(blocks.blocks, 2u);
    EXPECT_TRUE(blocks.free(0, 2) && blocks.free(1, 2) && blocks.free(2, 1));
    EXPECT_FALSE(blocks.free(0, 0) || blocks.free(2, 2)) << "no row or column is full or empty, yet they are decided";
}

TEST(FreeBlocks, NoRowsOrNoColumns) {
    EXPECT_EQ(free_blocks(BitMatrix(0, 0), {}).blocks, 0u);
    EXPECT_EQ(free_blocks(BitMatrix(3, 0), {}).row_block.size(), 3u);
}

}  // namespace free_blocks_test
}  // namespace tarazy
