#include "stats/quantile.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace tarazy {

double quantile_of_sorted(std::span<const double> sorted, double probability) {
    assert(!sorted.empty() && probability >= 0 && probability <= 1);
    const double place = probability * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double part = place - static_cast<double>(below);
    return sorted[below] + part * (sorted[above] - sorted[below]);
}

std::optional<double> quantile(std::span<const double> values, double probability) {
    std::vector<double> sorted;
    sorted.reserve(values.size());
    for (const double value : values) {
        if (!std::isnan(value)) sorted.push_back(value);
    }
    if (sorted.empty()) return std::nullopt;
    std::ranges::sort(sorted);
    return quantile_of_sorted(sorted, probability);
}

}  // namespace tarazy
