#pragma once

#include "trace/breaks/optimal_partition.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace tarazy {

/// What dynamic programming remembers of each beginning of a series: the least penalised cost of its first t
/// observations, and how it ends. Every programme fills it by the same rule for ties.
class PartitionTable {
public:
    PartitionTable(const SegmentCost& cost, const SegmentationOptions& options);

    /// Least cost of the first t observations and the penalty of one more change; infinite where no segmentation
    /// exists.
    [[nodiscard]] double with_change(std::size_t t) const noexcept { return best_[t] + per_change_; }
    [[nodiscard]] bool reachable(std::size_t t) const noexcept {
        return best_[t] < std::numeric_limits<double>::infinity();
    }
    /// log m, or 0 without length term.
    [[nodiscard]] double length_term(std::size_t m) const noexcept { return log_.empty() ? 0 : log_[m]; }
    [[nodiscard]] bool has_length_term() const noexcept { return !log_.empty(); }
    /// Costs closer than this are the same.
    [[nodiscard]] double tolerance() const noexcept { return tolerance_; }

    /// Ends a segment at t, begun behind the best of the candidates (in any order, repeated or not); `costs` are what
    /// each would give.
    void settle(std::size_t t, std::span<const std::uint32_t> candidates, std::span<const double> costs) noexcept;

    /// The segmentation of the whole series.
    [[nodiscard]] Segmentation partition(const SegmentCost& cost, const SegmentationOptions& options,
                                         std::uint64_t evaluations) const;

private:
    double per_change_, tolerance_;
    std::vector<double> best_, log_;
    std::vector<std::uint32_t> last_, changes_;
};

}  // namespace tarazy
