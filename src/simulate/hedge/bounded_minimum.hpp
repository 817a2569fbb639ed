#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace tarazy {

struct BoundedMinimumOptions {
    unsigned iterations = 200;  ///< at most
    double tolerance = 1e-5;    ///< greatest slope that is left in a direction that is free to move
    double difference = 1e-5;   ///< step of the central differences, times 1 + |x|
    Work work = {};
};

struct BoundedMinimum {
    std::vector<double> x;
    double value = 0;
    std::vector<bool> at_bound;  ///< lies on a bound, and would go down beyond it
    unsigned iterations = 0, evaluations = 0;
    /// The slope is below the tolerance, or no step goes down any more at the precision of the numbers.
    bool converged = false;
};

/// A local minimum of a smooth function within bounds: quasi-Newton steps (BFGS; Nocedal & Wright 2006) with central
/// differences, projected on the box; coordinates on a bound whose slope points outward are held there. Values that are
/// not finite are refused as steps. O(iterations n) evaluations of the function for n coordinates.
/// @pre sizes agree, lower <= upper, the function is finite at the start (after projection)
[[nodiscard]] BoundedMinimum bounded_minimum(const std::function<double(std::span<const double>)>& function,
                                             std::span<const double> start, std::span<const double> lower,
                                             std::span<const double> upper, const BoundedMinimumOptions& options = {});

}  // namespace tarazy
