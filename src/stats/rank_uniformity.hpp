#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari & Gelman 2018): a parameter is drawn from the
/// prior, data from the model, and the rank of the parameter among L independent draws of its posterior is uniform on
/// {0, ..., L} if the computation is right. A heap in the middle means a posterior too wide, heaps at both ends one too
/// narrow, a slope one that is shifted.
struct RankUniformity {
    std::vector<std::uint32_t> counts;  ///< ranks in each bin, from the smallest
    std::vector<double> expected;       ///< the same if uniform: in proportion to the whole ranks a bin holds
    /// Pearson (1900): sum of (count - expected)^2/expected. Unknown without ranks.
    std::optional<double> chi_square;
    /// Its upper tail with bins - 1 degrees of freedom; an approximation that wants five expected in each bin.
    std::optional<double> p_value;
    /// Greatest distance of the cumulative shares from those of the uniform, over all ranks, whatever the bins
    /// (Säilynoja, Bürkner & Vehtari 2022 draw this difference). In [0, 1]. Unknown without ranks.
    std::optional<double> ecdf_difference;
    std::optional<std::uint32_t> ecdf_difference_at;  ///< rank where it lies, the smallest of several
    /// The p value of that distance is no greater than 2 exp(-2 R d^2) for R ranks (Massart 1990), at most 1.
    std::optional<double> ecdf_p_bound;
};

/// @param ranks    one for each simulated data set, each in {0, ..., largest}; thinned draws, else they are not uniform
/// @param largest  L, the number of posterior draws ranked against
/// @param bins     rank r falls into bin floor(r bins/(L + 1)); best a divisor of L + 1
/// @pre 2 <= bins <= largest + 1, no rank above `largest`
///
/// O(R + L + bins).
[[nodiscard]] RankUniformity rank_uniformity(std::span<const std::uint32_t> ranks, std::uint32_t largest,
                                             std::size_t bins);

}  // namespace tarazy
