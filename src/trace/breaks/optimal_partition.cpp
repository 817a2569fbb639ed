#include "trace/breaks/optimal_partition.hpp"

#include "base/error.hpp"
#include "trace/breaks/mean_partition.hpp"
#include "trace/breaks/partition_table.hpp"

#include <cmath>

namespace tarazy {
namespace {

/// Candidates for the last change with what each would cost at the current end.
struct OpenCandidates {
    std::vector<std::uint32_t> starts;
    std::vector<std::size_t> leaves;  ///< end from which on the candidate is left out
    std::vector<double> fits;         ///< with the penalty, without the length term
    std::vector<double> costs;

    void drop_before(std::size_t t) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            if (leaves[i] <= t) continue;
            starts[kept] = starts[i];
            leaves[kept++] = leaves[i];
        }
        starts.resize(kept);
        leaves.resize(kept);
    }
};

constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

Segmentation solved(const SegmentCost& cost, const SegmentationOptions& options, bool pruned) {
    const std::size_t n = cost.length(), h = options.least_segment;
    PartitionTable table(cost, options);
    const double margin = 8 * table.tolerance();
    OpenCandidates open;
    std::uint64_t evaluations = 0, asked = 0;
    WorkStep step(options.work, pruned ? "segmentation" : "full programme", n);
    std::size_t told = 0;
    for (std::size_t t = h; t <= n; ++t) {
        if (pruned) open.drop_before(t);
        if (const std::size_t newcomer = t - h; table.reachable(newcomer)) {
            open.starts.push_back(static_cast<std::uint32_t>(newcomer));
            open.leaves.push_back(never);
        }
        const std::size_t count = open.starts.size();
        open.fits.resize(count);
        open.costs.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t start = open.starts[i];
            open.fits[i] = table.with_change(start) + cost(start, t);
            open.costs[i] = open.fits[i] + table.length_term(t - start);
        }
        evaluations += count;
        table.settle(t, open.starts, open.costs);
        if (pruned && t < n) {
            const double newer = table.with_change(t) + table.length_term(n - t) + margin;
            for (std::size_t i = 0; i < count; ++i) {
                if (open.leaves[i] == never && open.fits[i] + table.length_term(n - open.starts[i]) > newer)
                    open.leaves[i] = t + h;
            }
        }
        asked += count + 1;
        if (asked < 100'000 && t < n) continue;
        step.advance(t - told);
        told = t;
        asked = 0;
    }
    return table.partition(cost, options, evaluations);
}

}  // namespace

SegmentationOptions partition_options(const Penalty& penalty, std::size_t least_segment, const Work& work) {
    return {penalty.per_change, penalty.length_term, least_segment, work};
}

Segmentation optimal_partition(const SegmentCost& cost, const SegmentationOptions& options) {
    if (cost.statistic() == ChangeStatistic::mean) return mean_partition(cost, options);
    return solved(cost, options, true);
}

Segmentation full_partition(const SegmentCost& cost, const SegmentationOptions& options) {
    return solved(cost, options, false);
}

SegmentationCertificate certify_segmentation(const SegmentCost& cost, const SegmentationOptions& options,
                                             const Segmentation& partition) {
    if (cost.length() > longest_certified) {
        throw LimitError("--certify solves again in quadratic time: " + std::to_string(cost.length()) +
                         " observations are more than " + std::to_string(longest_certified));
    }
    const Segmentation full = full_partition(cost, options);
    return {full.objective, std::abs(full.objective - partition.objective) <= 1e-9 * (1 + std::abs(full.objective)),
            full.changes == partition.changes, full.evaluations};
}

}  // namespace tarazy
