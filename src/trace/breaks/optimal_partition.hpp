#pragma once

#include "base/work.hpp"
#include "trace/breaks/penalty.hpp"
#include "trace/breaks/segment_cost.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tarazy {

struct SegmentationOptions {
    double per_change = 0;          ///< penalty of a change, not negative
    bool length_term = false;       ///< log m of each segment is added (MBIC)
    std::size_t least_segment = 1;  ///< observations that a segment has at least
    Work work = {};
};

/// The options of a penalty.
[[nodiscard]] SegmentationOptions partition_options(const Penalty& penalty, std::size_t least_segment,
                                                    const Work& work = {});

/// A segmentation with the least penalised cost.
struct Segmentation {
    /// Last observation of each segment but the last one, counted from 1, ascending.
    std::vector<std::size_t> changes;
    double cost = 0;                ///< of all segments, without any penalty
    double objective = 0;           ///< cost + per_change * changes + length terms
    std::uint64_t evaluations = 0;  ///< segment costs that were computed
};

/// The exact minimum of sum C(segment) + per_change * changes [+ sum log m], over all segmentations whose segments
/// have at least `least_segment` observations, by dynamic programming (Jackson et al. 2005) in which candidates for
/// the last change are left out once they can never be best again.
///
/// Costs within 1e-12 of `SegmentCost::magnitude` are ties: the one with fewest changes is taken, then the one whose
/// last change is earliest (then the last but one, ...). Candidates within the tolerance are kept, so that the choice
/// is the one of `full_partition`, bit for bit.
///
/// - mean: functional pruning (Rigaill 2015; Maidstone, Hocking, Rigaill & Fearnhead 2017), see mean_partition.hpp:
///   about O(n log n) whatever the segments;
/// - else: inequality pruning (Killick, Fearnhead & Eckley 2012), in the form that holds with length terms and least
///   segments: at t, candidate u can never be best from t + least_segment on if
///   F(u) + C(u,t) + [log((n - u)/(n - t))] > F(t), C without the length term. O(n * length of segments): a long
///   series without changes takes O(n^2). Memory O(n).
/// @pre the series is at least as long as a segment
/// @throws Interrupted
[[nodiscard]] Segmentation optimal_partition(const SegmentCost& cost, const SegmentationOptions& options);

/// The same without any pruning, O(n^2): the judge.
[[nodiscard]] Segmentation full_partition(const SegmentCost& cost, const SegmentationOptions& options);

/// Longest series that `certify_segmentation` takes.
inline constexpr std::size_t longest_certified = 20'000;

/// What the full programme says of a partition.
struct SegmentationCertificate {
    double objective = 0;  ///< of the full programme
    bool same_objective = false;
    bool same_changes = false;
    std::uint64_t evaluations = 0;
    [[nodiscard]] bool holds() const noexcept { return same_objective && same_changes; }
};

/// Solves again without pruning and compares. @throws LimitError above `longest_certified` observations
[[nodiscard]] SegmentationCertificate certify_segmentation(const SegmentCost& cost, const SegmentationOptions& options,
                                                           const Segmentation& partition);

}  // namespace tarazy
