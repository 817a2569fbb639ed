#pragma once

#include <cstdint>

namespace tarazy {

/// Probability that at least `least` of `drawn` items, drawn without replacement from `items` of which `marked` are
/// marked, are marked: the upper tail of the hypergeometric distribution. Its terms follow from one another by their
/// ratios (NIST Handbook of Mathematical Functions, Olver et al. 2010, sec. 26.3, for the binomials) from the mode on
/// and are divided by their sum, so that no factorial is needed; relative error about 1e-13.
/// O(min(marked, drawn)). @pre marked <= items, drawn <= items
[[nodiscard]] double hypergeometric_upper(std::uint64_t least, std::uint64_t items, std::uint64_t marked,
                                          std::uint64_t drawn);

}  // namespace tarazy
