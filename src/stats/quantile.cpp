#include "stats/quantile.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tarazy {

double quantile_of_sorted(std::span<const double> sorted, double probability) {
    assert(!sorted.empty() && probability >= 0 && probability <= 1);
    const double place = probability * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double part = place - static_cast<double>(below);
    return sorted[below] + part * (sorted[above] - sorted[below]);
}

namespace {

/// Puts values where they would stand if all of `values` from `begin` to `end` were in order: those of these ranks, the
/// middle one first, which parts the others.
void place(std::span<double> values, std::size_t begin, std::size_t end, std::span<const std::size_t> ranks) {
    if (ranks.empty()) return;
    const std::size_t half = ranks.size() / 2, rank = ranks[half];
    const auto at = [&](std::size_t i) { return values.begin() + static_cast<std::ptrdiff_t>(i); };
    std::nth_element(at(begin), at(rank), at(end));
    const auto before = std::ranges::lower_bound(ranks, rank), behind = std::ranges::upper_bound(ranks, rank);
    place(values, begin, rank, {ranks.begin(), before});
    place(values, rank + 1, end, {behind, ranks.end()});
}

/// The ranks between which quantiles lie, ascending.
std::vector<std::size_t> ranks_of(std::span<const double> probabilities, std::size_t values) {
    std::vector<std::size_t> ranks;
    for (const double probability : probabilities) {
        assert(probability >= 0 && probability <= 1);
        const auto below = static_cast<std::size_t>(probability * static_cast<double>(values - 1));
        ranks.push_back(below);
        ranks.push_back(std::min(below + 1, values - 1));
    }
    std::ranges::sort(ranks);
    return ranks;
}

}  // namespace

std::optional<std::vector<double>> quantiles(std::span<const double> values, std::span<const double> probabilities) {
    constexpr std::size_t few = 5;
    std::vector<double> sorted;
    sorted.reserve(values.size());
    for (const double value : values) {
        if (!std::isnan(value)) sorted.push_back(value);
    }
    if (sorted.empty()) return std::nullopt;
    if (probabilities.size() <= few)
        place(sorted, 0, sorted.size(), ranks_of(probabilities, sorted.size()));
    else
        std::ranges::sort(sorted);
    std::vector<double> result;
    for (const double probability : probabilities) result.push_back(quantile_of_sorted(sorted, probability));
    return result;
}

std::optional<double> quantile(std::span<const double> values, double probability) {
    const auto found = quantiles(values, std::span(&probability, 1));
    return found ? std::optional(found->front()) : std::nullopt;
}

}  // namespace tarazy
