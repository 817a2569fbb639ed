#include "stats/replicate_summary.hpp"

#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tarazy {

ReplicateSummary replicate_summary(std::span<const double> values, double level) {
    ReplicateSummary summary;
    std::vector<double> sorted;
    for (const double value : values)
        if (!std::isnan(value)) sorted.push_back(value);
    summary.replicates = sorted.size();
    if (sorted.size() < 2) return summary;
    const auto n = static_cast<double>(sorted.size());
    double sum = 0, squares = 0;
    for (const double value : sorted) sum += value;
    for (const double value : sorted) squares += (value - sum / n) * (value - sum / n);
    summary.se = std::sqrt(squares / (n - 1));
    std::ranges::sort(sorted);
    summary.lower = quantile_of_sorted(sorted, (1 - level) / 2);
    summary.upper = quantile_of_sorted(sorted, (1 + level) / 2);
    return summary;
}

}  // namespace tarazy
