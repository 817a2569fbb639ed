#include "trace/breaks/partition_table.hpp"

#include "base/error.hpp"

#include <algorithm>

namespace tarazy {

PartitionTable::PartitionTable(const SegmentCost& cost, const SegmentationOptions& options)
    : per_change_(options.per_change) {
    const std::size_t n = cost.length();
    if (n >= std::numeric_limits<std::uint32_t>::max())
        throw LimitError("a series may have 4,294,967,294 observations");
    tolerance_ = 1e-12 * (cost.magnitude() + static_cast<double>(n) * 1e-3 * (options.length_term ? 1 : 0));
    best_.assign(n + 1, std::numeric_limits<double>::infinity());
    best_[0] = -options.per_change;
    last_.assign(n + 1, 0);
    changes_.assign(n + 1, 0);
    if (!options.length_term) return;
    log_.resize(n + 1);
    for (std::size_t m = 1; m <= n; ++m) log_[m] = std::log(static_cast<double>(m));
}

void PartitionTable::settle(std::size_t t, std::span<const std::uint32_t> candidates,
                            std::span<const double> costs) noexcept {
    double least = std::numeric_limits<double>::infinity();
    for (const double cost : costs) least = std::min(least, cost);
    const double tied = least + tolerance_;
    std::size_t chosen = candidates.size();
    std::uint32_t fewest = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (costs[i] > tied) continue;
        const std::uint32_t u = candidates[i], changes = changes_[u] + (u > 0 ? 1 : 0);
        if (chosen < candidates.size() && (changes > fewest || (changes == fewest && u >= candidates[chosen]))) {
            continue;
        }
        chosen = i;
        fewest = changes;
    }
    if (chosen == candidates.size()) return;
    best_[t] = costs[chosen];
    last_[t] = candidates[chosen];
    changes_[t] = fewest;
}

Segmentation PartitionTable::partition(const SegmentCost& cost, const SegmentationOptions& options,
                                       std::uint64_t evaluations) const {
    Segmentation result;
    result.evaluations = evaluations;
    long double sum = static_cast<long double>(cost.shared());
    long double terms = 0;
    for (std::size_t end = cost.length(); end > 0; end = last_[end]) {
        const std::size_t start = last_[end];
        if (start > 0) result.changes.push_back(start);
        sum += static_cast<long double>(cost(start, end));
        if (options.length_term) terms += static_cast<long double>(length_term(end - start));
    }
    std::ranges::reverse(result.changes);
    // Squares are not negative; what is left of a perfect fit is rounding.
    if (cost.shared() > 0) sum = std::max(sum, 0.0L);
    result.cost = static_cast<double>(sum);
    result.objective = static_cast<double>(
        sum + terms + static_cast<long double>(options.per_change) * static_cast<long double>(result.changes.size()));
    return result;
}

}  // namespace tarazy
