#include "stats/rank_uniformity.hpp"

#include "stats/gamma.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tarazy {
namespace {

double pearson_chi_square(std::span<const std::uint32_t> counts, std::span<const double> expected) {
    double sum = 0;
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        const double excess = counts[bin] - expected[bin];
        sum += excess * excess / expected[bin];
    }
    return sum;
}

}  // namespace

RankUniformity rank_uniformity(std::span<const std::uint32_t> ranks, std::uint32_t largest, std::size_t bins) {
    const std::uint64_t places = std::uint64_t{largest} + 1;
    assert(bins >= 2 && bins <= places);
    assert(std::ranges::all_of(ranks, [=](std::uint32_t rank) { return rank <= largest; }));
    std::vector<std::uint32_t> at(places);
    for (const std::uint32_t rank : ranks) ++at[rank];

    RankUniformity result;
    result.counts.resize(bins);
    result.expected.resize(bins);
    const double replicates = static_cast<double>(ranks.size());
    const double each = replicates / static_cast<double>(places);
    std::uint64_t below = 0;
    double widest = -1;
    for (std::uint64_t rank = 0; rank < places; ++rank) {
        const std::size_t bin = rank * bins / places;
        result.counts[bin] += at[rank];
        result.expected[bin] += each;
        below += at[rank];
        const double distance = std::abs(static_cast<double>(below) - static_cast<double>(rank + 1) * each);
        if (distance <= widest) continue;
        widest = distance;
        result.ecdf_difference_at = static_cast<std::uint32_t>(rank);
    }
    if (ranks.empty()) {
        result.ecdf_difference_at.reset();
        return result;
    }
    result.chi_square = pearson_chi_square(result.counts, result.expected);
    result.p_value = chi_square_upper(*result.chi_square, static_cast<double>(bins - 1));
    result.ecdf_difference = widest / replicates;
    result.ecdf_p_bound = std::min(1.0, 2 * std::exp(-2 * widest * widest / replicates));
    return result;
}

}  // namespace tarazy
