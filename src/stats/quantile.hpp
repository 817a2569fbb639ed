#pragma once

#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// Sample quantile, type 7 of Hyndman & Fan (1996), the default of R: linear interpolation between order statistics.
/// NaN values are left out; nothing remains: no value. @param probability in [0, 1]. O(n) on average.
[[nodiscard]] std::optional<double> quantile(std::span<const double> values, double probability);

/// The same of values in ascending order, in constant time. @pre `sorted` is not empty and holds no NaN
[[nodiscard]] double quantile_of_sorted(std::span<const double> sorted, double probability);

/// Several quantiles of one sample; each is what `quantile` gives. O(n) on average for up to five, else O(n log n). No
/// value when nothing remains.
[[nodiscard]] std::optional<std::vector<double>> quantiles(std::span<const double> values,
                                                           std::span<const double> probabilities);

}  // namespace tarazy
