#include "base/ranks.hpp"

#include "base/parallel.hpp"

#include <algorithm>

namespace tarazy {

std::size_t ReplicateBlocks::length() const noexcept {
    const std::size_t most = std::max<std::size_t>(1, most_blocks);
    return std::max<std::size_t>(1, (replicates + most - 1) / most);
}

std::size_t ReplicateBlocks::count() const noexcept {
    return (replicates + length() - 1) / length();
}

std::size_t ReplicateBlocks::end(std::size_t block) const noexcept {
    return std::min(replicates, (block + 1) * length());
}

std::vector<double> spread_replicates(const ReplicateBlocks& blocks, std::size_t width, unsigned threads,
                                      const Work& work, std::string_view what, const ReplicateBlock& compute) {
    std::vector<double> results(blocks.count() * width);
    WorkStep step(work, what, blocks.replicates);
    parallel_chunks(
        blocks.count(), 1, threads,
        [&](std::size_t block, std::size_t) {
            compute(blocks.begin(block), blocks.end(block), std::span(results).subspan(block * width, width), step);
        },
        work);
    return results;
}

}  // namespace tarazy
