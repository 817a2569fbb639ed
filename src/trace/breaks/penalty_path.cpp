#include "trace/breaks/penalty_path.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace tarazy {
namespace {

/// Solutions by their number of changes.
class PathSearch {
public:
    PathSearch(const SegmentCost& cost, const SegmentationOptions& options) : cost_(cost), options_(options) {}

    /// @return the number of changes at this penalty
    std::size_t solve(double penalty) {
        SegmentationOptions options = options_;
        options.per_change = penalty;
        Segmentation found = optimal_partition(cost_, options);
        const std::size_t changes = found.changes.size();
        solutions_.emplace(changes, std::move(found));
        return changes;
    }

    void between(std::size_t more, std::size_t fewer) {
        if (more <= fewer + 1) return;
        const std::size_t middle = solve(level_penalty(more, fewer));
        if (middle <= fewer || middle >= more) return;
        between(more, middle);
        between(middle, fewer);
    }

    /// The penalty at which both cost the same.
    [[nodiscard]] double level_penalty(std::size_t more, std::size_t fewer) const {
        return (without_penalty(fewer) - without_penalty(more)) / static_cast<double>(more - fewer);
    }

    [[nodiscard]] std::vector<std::size_t> counts() const {
        std::vector<std::size_t> all;
        for (const auto& [changes, partition] : solutions_) all.push_back(changes);
        std::ranges::reverse(all);
        return all;
    }
    [[nodiscard]] const Segmentation& solution(std::size_t changes) const { return solutions_.at(changes); }

private:
    [[nodiscard]] double without_penalty(std::size_t changes) const {
        const Segmentation& partition = solutions_.at(changes);
        double sum = partition.cost;
        if (!options_.length_term) return sum;
        std::size_t start = 0;
        for (const std::size_t end : partition.changes) {
            sum += std::log(static_cast<double>(end - start));
            start = end;
        }
        return sum + std::log(static_cast<double>(cost_.length() - start));
    }

    const SegmentCost& cost_;
    const SegmentationOptions& options_;
    std::map<std::size_t, Segmentation> solutions_;
};

}  // namespace

std::vector<PathStep> penalty_path(const SegmentCost& cost, const SegmentationOptions& options, double low,
                                   double high) {
    PathSearch search(cost, options);
    const std::size_t most = search.solve(low), fewest = search.solve(high);
    search.between(most, fewest);
    std::vector<PathStep> path;
    double from = low;
    const std::vector<std::size_t> counts = search.counts();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double to = i + 1 < counts.size() ? search.level_penalty(counts[i], counts[i + 1]) : high;
        // Solutions that are best at a single penalty only, where another ties, have no range of their own.
        if (!(to > from)) continue;
        path.push_back({from, std::min(to, high), search.solution(counts[i])});
        path.back().partition.objective = path.back().partition.cost;
        from = to;
    }
    return path;
}

}  // namespace tarazy
