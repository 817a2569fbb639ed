#pragma once

#include "trace/breaks/segment_line.hpp"

#include <cstdint>
#include <optional>

namespace tarazy {

/// Asymptotic distribution of the date of a break: P(argmax V <= x) for V(s) = W1(-s) - |s|/2 for s <= 0 and
/// sqrt(phi) W2(s) - xi s/2 for s > 0, two independent Brownian motions (Bai 1997, appendix B). @pre xi, phi > 0
[[nodiscard]] double break_date_cdf(double x, double xi, double phi);

struct BreakInterval {
    std::int64_t lower = 0, upper = 0;  ///< may lie beyond the ends of the series
};

/// Confidence interval of a break between two segments with regressions of their own (Bai 1997, section 4; variances of
/// errors and moments of regressors may differ between the segments, errors are taken to be uncorrelated). `at` is the
/// last observation of the first segment. With residuals of zero on both sides the break is certain. No value where the
/// distribution has less than (1 - level)/2 on one side of the break: the two segments are too unlike.
/// @pre 0 < level < 1
[[nodiscard]] std::optional<BreakInterval> break_interval(const SegmentLine& before, const SegmentLine& after,
                                                          std::size_t at, double level);

}  // namespace tarazy
