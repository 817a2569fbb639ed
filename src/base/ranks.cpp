#include "base/ranks.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/parallel.hpp"

#ifdef TARAZY_MPI
#include <fcntl.h>
#include <mpi.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <exception>

namespace tarazy {
namespace {

/// How many parts of the work keep to their own process now; of the process, as MPI itself is.
std::atomic<int> parts_apart = 0;

int number_from_environment(const char* name, int otherwise) {
    const char* const text = std::getenv(name);
    if (text == nullptr) return otherwise;
    const auto number = parse_integer(text);
    return number && *number >= 0 && *number < 1'000'000 ? static_cast<int>(*number) : otherwise;
}

#ifdef TARAZY_MPI
/// Where a rank stands when it meets the others. One that has ended waits until all have, so that none is left alone in
/// front of results that never come.
enum class Meeting : int { failed = 0, computed = 1, ended = 2 };

bool all_are(Meeting here) {
    const int mine[2] = {static_cast<int>(here), -static_cast<int>(here)};
    int least[2] = {0, 0};
    MPI_Allreduce(mine, least, 2, MPI_INT, MPI_MIN, MPI_COMM_WORLD);
    return least[0] == static_cast<int>(here) && -least[1] == static_cast<int>(here);
}

/// From each block's rank to all. A block may be longer than one message.
void exchange_blocks(std::vector<double>& results, std::size_t blocks, std::size_t width, const Ranks& ranks) {
    constexpr std::size_t message = std::size_t{1} << 24;
    for (int owner = 0; owner < ranks.count; ++owner) {
        const std::size_t end = first_block_of(owner + 1, ranks.count, blocks) * width;
        for (std::size_t at = first_block_of(owner, ranks.count, blocks) * width; at < end; at += message)
            MPI_Bcast(results.data() + at, static_cast<int>(std::min(message, end - at)), MPI_DOUBLE, owner,
                      MPI_COMM_WORLD);
    }
}

void silence() {
    const int nowhere = ::open("/dev/null", O_WRONLY);
    if (nowhere < 0) return;
    ::dup2(nowhere, STDOUT_FILENO);
    ::dup2(nowhere, STDERR_FILENO);
    ::close(nowhere);
}
#endif

}  // namespace

Ranks started_ranks() {
    for (const auto& [rank, count] :
         {std::pair("OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE"), std::pair("PMI_RANK", "PMI_SIZE")}) {
        const Ranks ranks{number_from_environment(rank, 0), number_from_environment(count, 0)};
        if (ranks.count > 0 && ranks.rank < ranks.count) return ranks;
    }
    return {};
}

#ifdef TARAZY_MPI

bool SpreadOverRanks::possible() noexcept {
    return true;
}

SpreadOverRanks::SpreadOverRanks() {
    if (started_ranks().count == 1) return;
    int given = 0;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &given);
    if (ranks_in_step().rank != 0) silence();
}

SpreadOverRanks::~SpreadOverRanks() {
    int begun = 0;
    MPI_Initialized(&begun);
    if (begun == 0) return;
    while (!all_are(Meeting::ended)) {
    }
    MPI_Finalize();
}

Ranks ranks_in_step() {
    if (parts_apart.load() > 0) return {};
    int begun = 0, over = 0;
    MPI_Initialized(&begun);
    MPI_Finalized(&over);
    if (begun == 0 || over != 0) return {};
    Ranks ranks;
    MPI_Comm_rank(MPI_COMM_WORLD, &ranks.rank);
    MPI_Comm_size(MPI_COMM_WORLD, &ranks.count);
    return ranks;
}

#else

bool SpreadOverRanks::possible() noexcept {
    return false;
}
SpreadOverRanks::SpreadOverRanks() = default;
SpreadOverRanks::~SpreadOverRanks() = default;
Ranks ranks_in_step() {
    return {};
}

#endif

void check_ranks(const Ranks& ranks, std::size_t blocks, std::string_view what) {
    if (ranks.count <= 1 || static_cast<std::size_t>(ranks.count) <= blocks) return;
    throw UsageError("mpirun started " + std::to_string(ranks.count) + " processes for " + std::to_string(blocks) +
                     ' ' + std::string(what) + ": the others would have nothing to do; start at most " +
                     std::to_string(std::max<std::size_t>(1, blocks)));
}

ApartFromRanks::ApartFromRanks() {
    ++parts_apart;
}

ApartFromRanks::~ApartFromRanks() {
    --parts_apart;
}

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

std::size_t first_block_of(int rank, int ranks, std::size_t blocks) noexcept {
    return blocks * static_cast<std::size_t>(rank) / static_cast<std::size_t>(ranks);
}

std::vector<double> spread_replicates(const ReplicateBlocks& blocks, std::size_t width, unsigned threads,
                                      const Work& work, std::string_view what, const ReplicateBlock& compute) {
    const Ranks ranks = ranks_in_step();
    const std::size_t first = first_block_of(ranks.rank, ranks.count, blocks.count());
    const std::size_t end = first_block_of(ranks.rank + 1, ranks.count, blocks.count());
    std::vector<double> results(blocks.count() * width);
    std::exception_ptr failure;
    try {
        WorkStep step(work, what, blocks.replicates);
        parallel_chunks(
            end - first, 1, threads,
            [&](std::size_t at, std::size_t) {
                const std::size_t block = first + at;
                compute(blocks.begin(block), blocks.end(block), std::span(results).subspan(block * width, width), step);
            },
            work);
        const std::size_t own = first == end ? 0 : blocks.end(end - 1) - blocks.begin(first);
        if (own < blocks.replicates) step.advance(blocks.replicates - own);
    } catch (...) {
        if (ranks.count == 1) throw;
        failure = std::current_exception();
    }
#ifdef TARAZY_MPI
    if (ranks.count > 1) {
        const bool all = all_are(failure ? Meeting::failed : Meeting::computed);
        if (failure) std::rethrow_exception(failure);
        if (!all) throw FileError("another process of this run has failed; see its message, or run on one");
        exchange_blocks(results, blocks.count(), width, ranks);
    }
#endif
    return results;
}

}  // namespace tarazy
