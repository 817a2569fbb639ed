#pragma once

#include <optional>
#include <span>

namespace tarazy {

/// Standard deviation of the noise around a level that changes at times: mad(differences)/sqrt(2), where mad is 1.4826
/// times the median distance from the median (Hampel 1974; Fryzlewicz 2014 takes it of differences). Changes of level
/// move few differences, so that they hardly move the scale. 0 when half of the differences are equal; no value below
/// two observations. O(n).
[[nodiscard]] std::optional<double> scale_of_differences(std::span<const double> y);

}  // namespace tarazy
