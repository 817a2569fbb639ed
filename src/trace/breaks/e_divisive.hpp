#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

struct EDivisiveOptions {
    double significance = 0.05;  ///< a split with a larger p-value is not made, and none after it
    std::size_t permutations = 499;
    std::size_t min_segment = 20;  ///< observations a segment has at least; at least 2
    double alpha = 1;              ///< exponent of the distance, in (0, 2]; 2 sees changes of the mean alone
    std::uint64_t seed = 1;
    unsigned threads = 1;
    Work work = {};
};

/// A split in the order in which it was found.
struct DivisiveSplit {
    std::size_t change_after = 0;  ///< last observation of the old segment, 1-based
    double statistic = 0;          ///< scaled energy distance of the two sides
    double p = 1;                  ///< (1 + permutations at least as large)/(1 + permutations)
    bool accepted = false;
};

struct EDivisive {
    std::vector<std::size_t> changes;   ///< accepted ones in order
    std::vector<DivisiveSplit> splits;  ///< in the order found; the last may be one that was not accepted
};

/// Changes of any kind in a distribution that has a moment of order `alpha`, by hierarchical division (Matteson & James
/// 2014): the split of a segment and the end of its right side that maximise
/// mn/(m+n) (2/(mn) sum|x_i-y_j|^alpha - sum_{i<k}|x_i-x_k|^alpha/C(m,2) - sum_{j<k}|y_j-y_k|^alpha/C(n,2)), the
/// largest over all segments, tested against permutations inside the segments. O(permutations n^2) time for each split,
/// O(n) memory. The same for any number of threads.
/// @throws InputError  one observation is no number, all equal, or fewer than two segments; UsageError  an option out
/// of
///                     range
[[nodiscard]] EDivisive e_divisive(std::span<const double> y, const EDivisiveOptions& options = {});

}  // namespace tarazy
