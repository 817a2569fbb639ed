#pragma once

#include "base/random.hpp"
#include "trace/breaks/optimal_partition.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// A small series with many ties, and how it is to be segmented.
struct PartitionCase {
    std::vector<double> y, time;
    ChangeStatistic statistic = ChangeStatistic::mean;
    SegmentationOptions options;
    double size = 1;

    [[nodiscard]] SegmentCost cost() const { return SegmentCost(y, statistic, time, size); }
    [[nodiscard]] std::string words() const {
        std::string text = std::string(to_string(statistic)) + " penalty " + std::to_string(options.per_change) +
                           (options.length_term ? " with length term" : "") + ", least segment " +
                           std::to_string(options.least_segment) + ":";
        for (const double value : y) text += " " + std::to_string(value);
        return text;
    }
};

inline PartitionCase random_partition_case(std::uint64_t number, std::size_t longest) {
    Random random(7, "cases of partitions", number);
    PartitionCase made;
    made.statistic = static_cast<ChangeStatistic>(number % 6);
    const std::size_t n = 2 + random.below(longest - 1);
    const bool whole = needs_counts(made.statistic) || random.below(3) > 0;
    double level = 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (random.below(6) == 0) level = static_cast<double>(random.below(5));
        const double noise = whole ? static_cast<double>(random.below(3)) : 2 * random.uniform();
        made.y.push_back(level + noise);
        made.time.push_back(static_cast<double>(i + 1) + (random.below(4) == 0 ? 0.5 : 0));
    }
    // Something has to vary.
    if (std::ranges::all_of(made.y, [&](double value) { return value == made.y[0]; })) made.y[0] += 1;
    made.size = 0.5 + static_cast<double>(random.below(8));
    made.options.least_segment = 1 + random.below(std::min<std::size_t>(n / 2, 5));
    made.options.length_term = random.below(2) == 0;
    const double whole_penalties[] = {0, 0.5, 1, 2, 4, 8};
    made.options.per_change = random.below(2) == 0 ? whole_penalties[random.below(6)] : 10 * random.uniform();
    return made;
}

/// Every segmentation tried: the least objective, and of those within a relative 1e-11 the one with fewest changes,
/// then the one whose last change is earliest.
inline Segmentation tried_partition(const PartitionCase& tried) {
    const SegmentCost cost = tried.cost();
    const std::size_t n = tried.y.size(), h = tried.options.least_segment;
    std::vector<Segmentation> all;
    double least = std::numeric_limits<double>::infinity();
    for (std::uint32_t mask = 0; mask < (std::uint32_t{1} << (n - 1)); ++mask) {
        Segmentation partition;
        std::size_t start = 0;
        bool allowed = true;
        partition.objective = cost.shared();
        for (std::size_t end = 1; end <= n; ++end) {
            if (end < n && ((mask >> (end - 1)) & 1U) == 0) continue;
            allowed &= end - start >= h;
            partition.objective += cost(start, end);
            if (tried.options.length_term) partition.objective += std::log(static_cast<double>(end - start));
            if (end < n) {
                partition.changes.push_back(end);
                partition.objective += tried.options.per_change;
            }
            start = end;
        }
        if (!allowed) continue;
        least = std::min(least, partition.objective);
        all.push_back(partition);
    }
    const double tied = least + 1e-11 * (1 + cost.magnitude());
    std::optional<Segmentation> best;
    for (Segmentation& partition : all) {
        if (partition.objective > tied) continue;
        const auto later = [](const Segmentation& a, const Segmentation& b) {
            if (a.changes.size() != b.changes.size()) return a.changes.size() > b.changes.size();
            return std::lexicographical_compare(b.changes.rbegin(), b.changes.rend(), a.changes.rbegin(),
                                                a.changes.rend());
        };
        if (!best || later(*best, partition)) best = partition;
    }
    return *best;
}

}  // namespace tarazy
