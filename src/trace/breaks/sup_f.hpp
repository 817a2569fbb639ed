#pragma once

#include "base/work.hpp"
#include "trace/breaks/segment_cost.hpp"

#include <cstddef>
#include <optional>

namespace tarazy {

/// Test of one break at an unknown date against none (Andrews 1993).
struct SupFTest {
    double statistic = 0;  ///< greatest (RSS0 - RSS(t))/(RSS(t)/(n - 2k)); infinite when a break fits without residuals
    double p_value = 1;    ///< Hansen 1997, eq. 10 and table of its programs
    std::size_t at = 0;    ///< last observation of the first segment at the greatest
};

/// Breaks are tried where at least the share `trim` of the observations, and k + 1 of them, lie on both sides. The
/// statistic is k times the F statistic, as in Hansen. No value when no such date exists, or nothing is left to
/// explain.
/// @param cost  of mean (k = 1) or trend (k = 2)
[[nodiscard]] std::optional<SupFTest> sup_f_test(const SegmentCost& cost, double trim = 0.15);

/// Asymptotic probability that the statistic is at least x when nothing breaks, with k = 1 or 2 coefficients, dates
/// from the share `trim` to 1 - `trim`: chi-square tail at theta0 + theta1 x with eta degrees of freedom, fitted by
/// Hansen (1997) to simulated distributions for trims 0.01, 0.03, ..., 0.49 and interpolated between them. Absolute
/// error below 0.005 against critical values of Andrews (2003). @pre x >= 0, 0 < trim < 0.5
[[nodiscard]] double sup_f_p_value(double x, std::size_t k, double trim);

}  // namespace tarazy
