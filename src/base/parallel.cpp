#include "base/parallel.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>

namespace tarazy {

void parallel_chunks(std::size_t count, std::size_t chunk, unsigned threads,
                     const std::function<void(std::size_t begin, std::size_t end)>& items, const Work& work) {
    if (count == 0) return;
    chunk = std::max<std::size_t>(1, chunk);
    const std::size_t chunks = (count + chunk - 1) / chunk;
    const auto run_chunk = [&](std::size_t i) {
        work.check();
        items(i * chunk, std::min(count, (i + 1) * chunk));
    };
    if (threads == 1 || chunks == 1) {
        for (std::size_t i = 0; i < chunks; ++i) run_chunk(i);
        return;
    }
    // More threads than cores gain nothing, and oneTBB would complain on standard error.
    const auto cores = static_cast<unsigned>(tbb::this_task_arena::max_concurrency());
    tbb::task_arena arena(threads == 0 ? tbb::task_arena::automatic : static_cast<int>(std::min(threads, cores)));
    arena.execute([&] { tbb::parallel_for(std::size_t{0}, chunks, run_chunk); });
}

void parallel_chunks(std::size_t count, std::size_t chunk, unsigned threads,
                     const std::function<void(std::size_t begin, std::size_t end)>& items, WorkStep& step) {
    parallel_chunks(
        count, chunk, threads,
        [&](std::size_t begin, std::size_t end) {
            items(begin, end);
            step.advance(end - begin);
        },
        step.work());
}

}  // namespace tarazy
