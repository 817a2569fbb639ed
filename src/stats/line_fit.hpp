#pragma once

#include <optional>
#include <span>

namespace tarazy {

/// Mean in one pass with Neumaier's (1974) compensated sum. No value for an empty sample.
[[nodiscard]] std::optional<double> mean(std::span<const double> values);

/// Sample standard deviation (divisor n-1), two passes around the mean. No value below two observations.
[[nodiscard]] std::optional<double> standard_deviation(std::span<const double> values);

/// Pearson correlation. No value when either sample is constant or shorter than two. @pre equal lengths
[[nodiscard]] std::optional<double> correlation(std::span<const double> x, std::span<const double> y);

struct Line {
    double intercept = 0;
    double slope = 0;
};

/// Least-squares line y = intercept + slope x, computed around the means. No value when x is constant. @pre equal
/// lengths
[[nodiscard]] std::optional<Line> least_squares_line(std::span<const double> x, std::span<const double> y);

}  // namespace tarazy
