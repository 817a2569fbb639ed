#pragma once

#include "trace/breaks/optimal_partition.hpp"

#include <vector>

namespace tarazy {

/// A segmentation and the penalties for which it is the best.
struct PathStep {
    double from = 0, to = 0;  ///< penalties of a change; at `to` the next step with fewer changes is as good
    Segmentation partition;
};

/// All optimal segmentations for penalties between `low` and `high`, from most to fewest changes: CROPS (Haynes, Eckley
/// & Fearnhead 2017, algorithm 1). Between two solutions with several changes more and less, the penalty at which both
/// cost the same is tried; what is found there either lies between them or shows that nothing does. Length terms belong
/// to the costs where options say so. At most twice as many solutions as steps are computed.
/// @param options  `per_change` is not used
/// @pre 0 <= low < high
[[nodiscard]] std::vector<PathStep> penalty_path(const SegmentCost& cost, const SegmentationOptions& options,
                                                 double low, double high);

}  // namespace tarazy
