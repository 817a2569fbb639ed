#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace tarazy {

struct DuplicatePair {
    std::size_t first = 0;  ///< the earlier document
    std::size_t second = 0;
    double similarity = 0;  ///< Jaccard similarity of their shingles, exact
};

/// Pairs of texts that are nearly the same: the Jaccard similarity of their sets of five successive words (Chinese:
/// characters), letters in lower case, is above `threshold`. Candidates are found by MinHash (Broder 1997) with one
/// permutation and optimal densification (Shrivastava 2017) in 256 bins, 32 bands of 8: a pair at .9 is missed with
/// a chance below 1e-7; what is reported is exact. Texts of fewer than five words are compared as a whole. Pairs come
/// in the order of their documents. O(bytes + candidates)
[[nodiscard]] std::vector<DuplicatePair> near_duplicates(std::span<const std::string_view> texts, double threshold,
                                                         unsigned threads, const Work& work);

}  // namespace tarazy
