#include "stats/holm.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace tarazy {

std::vector<double> holm(std::span<const double> p_values) {
    std::vector<double> adjusted(p_values.begin(), p_values.end());
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p_values.size(); ++i) {
        if (!std::isnan(p_values[i])) order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return p_values[i]; });
    double greatest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double tests_left = static_cast<double>(order.size() - rank);
        greatest = std::max(greatest, std::min(1.0, tests_left * p_values[order[rank]]));
        adjusted[order[rank]] = greatest;
    }
    return adjusted;
}

}  // namespace tarazy
