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

std::optional<std::vector<double>> quantiles(std::span<const double> values, std::span<const double> probabilities) {
    std::vector<double> sorted;
    sorted.reserve(values.size());
    for (const double value : values) {
        if (!std::isnan(value)) sorted.push_back(value);
    }
    if (sorted.empty()) return std::nullopt;
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
