#pragma once

#include <cstddef>
#include <functional>

namespace tarazy {

/// Runs `work(begin, end)` over [0, count) in chunks of `chunk` items on up to `threads` threads
/// (0 = all cores; oneTBB). The chunks depend on `count` and `chunk` alone, never on the number of
/// threads, so work that writes only to its own items gives the same result at any thread count.
/// The first exception thrown by `work` is rethrown here.
void parallel_chunks(std::size_t count, std::size_t chunk, unsigned threads,
                     const std::function<void(std::size_t begin, std::size_t end)>& work);

}  // namespace tarazy
