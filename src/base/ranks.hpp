#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace tarazy {

/// Replicates (draws of a null, permutations) cut into blocks that depend on their number alone, so that sums made
/// block by block are the same bytes at any number of threads and processes.
struct ReplicateBlocks {
    std::size_t replicates = 0;
    std::size_t most_blocks = 32;

    [[nodiscard]] std::size_t length() const noexcept;  ///< of every block but the last
    [[nodiscard]] std::size_t count() const noexcept;
    [[nodiscard]] std::size_t begin(std::size_t block) const noexcept { return block * length(); }
    [[nodiscard]] std::size_t end(std::size_t block) const noexcept;
};

/// Computes the replicates [begin, end) of one block into `out`, and advances the step by each of them.
using ReplicateBlock = std::function<void(std::size_t begin, std::size_t end, std::span<double> out, WorkStep& step)>;

/// What all blocks gave, `width` numbers a block, in their order. Blocks are spread over the threads.
/// @throws Interrupted; what `compute` throws
[[nodiscard]] std::vector<double> spread_replicates(const ReplicateBlocks& blocks, std::size_t width, unsigned threads,
                                                    const Work& work, std::string_view what,
                                                    const ReplicateBlock& compute);

}  // namespace tarazy
