#pragma once

#include <cstddef>
#include <span>

namespace tarazy {

/// Least squares in one segment: a level, or a line over time.
struct SegmentLine {
    double level = 0, slope = 0;                 ///< value at the mean time of the segment; change a unit of time
    double residual_variance = 0;                ///< squares/observations
    double mean_time = 0, mean_square_time = 0;  ///< of time, and of time around its mean
};

/// @param time  of the same length as y, used when `with_slope`
/// @pre y is not empty
[[nodiscard]] SegmentLine segment_line(std::span<const double> y, std::span<const double> time, bool with_slope);

/// Mean square of the difference of two fits over the times of the segment `where` (one of them).
[[nodiscard]] double mean_square_difference(const SegmentLine& a, const SegmentLine& b, const SegmentLine& where);

}  // namespace tarazy
