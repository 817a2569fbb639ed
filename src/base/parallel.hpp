#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <functional>

namespace tarazy {

/// Runs `items(begin, end)` over [0, count) in chunks of `chunk` items on up to `threads` threads
/// (0 = all cores; oneTBB). The chunks depend on `count` and `chunk` alone, never on the number of
/// threads, so that what writes only to its own items gives the same result at any thread count.
/// The first exception thrown by `items` is rethrown here, the other threads having ended their chunks.
/// @throws Interrupted when a stop was asked for: no chunk is begun after that
void parallel_chunks(std::size_t count, std::size_t chunk, unsigned threads,
                     const std::function<void(std::size_t begin, std::size_t end)>& items, const Work& work = {});

/// The same, counting the items in a step of the work.
void parallel_chunks(std::size_t count, std::size_t chunk, unsigned threads,
                     const std::function<void(std::size_t begin, std::size_t end)>& items, WorkStep& step);

}  // namespace tarazy
