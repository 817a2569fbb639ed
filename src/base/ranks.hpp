#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace tarazy {

// Replicates spread over threads, and over the processes ("ranks") of a program that `mpirun` has started, where the
// program was built with MPI. Each rank reads the same inputs and computes its own blocks; all then hold all results,
// so that the ranks stay in step, and the first one alone writes.

/// Which of how many processes this is.
struct Ranks {
    int rank = 0, count = 1;
};

/// As the starter of parallel programs (Open MPI, or one that speaks PMI) told this process by its environment.
[[nodiscard]] Ranks started_ranks();

/// While it lives, replicates are spread over the ranks. On ranks other than the first nothing reaches standard output
/// and standard error any more. Needs a program built with MPI; otherwise, and for a single process, it does nothing.
class SpreadOverRanks {
public:
    SpreadOverRanks();
    ~SpreadOverRanks();  ///< waits for the other ranks, wherever they have failed
    SpreadOverRanks(const SpreadOverRanks&) = delete;
    SpreadOverRanks& operator=(const SpreadOverRanks&) = delete;

    /// Was the program built with MPI?
    [[nodiscard]] static bool possible() noexcept;
};

/// While one lives, replicates are computed by each process for itself: for parts of a work that is itself spread over
/// the ranks, a part a process. May be made by several threads at once.
class ApartFromRanks {
public:
    ApartFromRanks();
    ~ApartFromRanks();
    ApartFromRanks(const ApartFromRanks&) = delete;
    ApartFromRanks& operator=(const ApartFromRanks&) = delete;
};

/// The ranks that replicates are spread over now.
[[nodiscard]] Ranks ranks_in_step();

/// Refuses ranks that would have nothing to compute: whoever started them would wait for nothing, and pay for it.
/// @param what  the blocks, for the message: "blocks of runs". @throws UsageError for more ranks than blocks
void check_ranks(const Ranks& ranks, std::size_t blocks, std::string_view what);

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

/// The first of the blocks that a rank computes; it computes those up to the first of the next.
[[nodiscard]] std::size_t first_block_of(int rank, int ranks, std::size_t blocks) noexcept;

/// Computes the replicates [begin, end) of one block into `out`, and advances the step by each of them.
using ReplicateBlock = std::function<void(std::size_t begin, std::size_t end, std::span<double> out, WorkStep& step)>;

/// What all blocks gave, `width` numbers a block, in their order; on every rank. To be called from one thread only, and
/// in the same order on all ranks.
/// @throws Interrupted; what `compute` throws; FileError when another rank has failed
[[nodiscard]] std::vector<double> spread_replicates(const ReplicateBlocks& blocks, std::size_t width, unsigned threads,
                                                    const Work& work, std::string_view what,
                                                    const ReplicateBlock& compute);

}  // namespace tarazy
