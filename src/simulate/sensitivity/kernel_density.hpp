#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace tarazy {

/// Sum of the Gaussian kernels of a weighted sample at equally spaced points from `first` on, each of `width` (standard
/// deviation), divided so that it is a density. O(sample x points within eight widths).
[[nodiscard]] std::vector<double> kernel_density(std::span<const double> values, std::span<const double> weights,
                                                 double width, double first, double spacing, std::size_t points);

}  // namespace tarazy
