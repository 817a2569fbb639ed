#pragma once

#include "network/bit_matrix.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// Which cells of a matrix of 0 and 1 are not decided by its margins. Full and empty rows and columns are decided, what
/// is left may have full and empty ones again, and so on; nested blocks are decided although no row of them is full.
struct FreeBlocks {
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    /// Of each row and column: the block in which it has free cells, or none.
    std::vector<std::uint32_t> row_block, column_block;
    std::uint32_t blocks = 0;

    /// Can the cell be 0 and 1 in matrices with these margins? (Unless it is closed.)
    [[nodiscard]] bool free(std::size_t row, std::size_t column) const noexcept {
        return row_block[row] != none && row_block[row] == column_block[column];
    }
};

/// Two matrices with the same margins differ by alternating cycles (Ryser 1957, Canadian Journal of Mathematics 9:371-
/// 377): row to column along a 1, column to row along a 0 that is not closed. So a cell is free if and only if its row
/// and its column lie in one strongly connected component of these arcs. @param closed  cells that are always 0; an
/// empty matrix for none. O((rows + columns)^2/64)
[[nodiscard]] FreeBlocks free_blocks(const BitMatrix& ties, const BitMatrix& closed);

}  // namespace tarazy
