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

/// Puts the two order statistics that each quantile needs where they would stand if all were in order, which is less
/// work than to sort for a few of them.
/// @param probabilities  ascending
void sort_at(std::span<double> values, std::span<const double> probabilities) {
    const auto begin = values.begin(), end = values.end();
    auto unsorted = begin;  // all before it are where they belong, or no quantile asks for them
    for (const double probability : probabilities) {
        const auto below = begin + static_cast<std::ptrdiff_t>(probability * static_cast<double>(values.size() - 1));
        const auto above = std::min(below + 1, end - 1);
        if (below >= unsorted) {
            std::nth_element(unsorted, below, end);
            unsorted = below + 1;
        }
        if (above >= unsorted) {
            std::iter_swap(above, std::min_element(above, end));
            unsorted = above + 1;
        }
    }
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
    if (probabilities.size() <= few && std::ranges::is_sorted(probabilities))
        sort_at(sorted, probabilities);
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
