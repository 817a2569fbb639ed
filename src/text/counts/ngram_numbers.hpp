#pragma once

#include "base/work.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

/// Sequences by number: what is the same has the same number, and how often it occurs.
struct NumberedPairs {
    std::vector<std::uint32_t> number;  ///< of each place
    std::vector<std::uint32_t> count;   ///< of each number
    std::vector<std::uint32_t> first;   ///< of each number the first place that has it
};

/// Numbers the pairs (first, second) of all places, pairs of lower `first` before others. By distribution on `first`
/// and one counter for each `second`, without hashing or comparing. O(places + firsts + seconds)
/// @param firsts, seconds  above every value. @pre as many values of either, fewer than 2^32
[[nodiscard]] NumberedPairs number_pairs(std::span<const std::uint32_t> first, std::size_t firsts,
                                         std::span<const std::uint32_t> second, std::size_t seconds, WorkStep& step);

/// The same without `number`, for who asks only which pairs there are: a third less memory and time.
[[nodiscard]] NumberedPairs count_pairs(std::span<const std::uint32_t> first, std::size_t firsts,
                                        std::span<const std::uint32_t> second, std::size_t seconds, WorkStep& step);

}  // namespace tarazy
