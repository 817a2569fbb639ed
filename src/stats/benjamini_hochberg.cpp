#include "stats/benjamini_hochberg.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace tarazy {

std::vector<double> benjamini_hochberg(std::span<const double> p_values) {
    std::vector<double> adjusted(p_values.begin(), p_values.end());
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p_values.size(); ++i) {
        if (!std::isnan(p_values[i])) order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p_values[i]; });
    const auto tests = static_cast<double>(order.size());
    double least = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const std::size_t test = order[rank - 1];
        least = std::min(least, tests / static_cast<double>(rank) * p_values[test]);
        adjusted[test] = least;
    }
    return adjusted;
}

}  // namespace tarazy
