#pragma once

namespace tarazy {

struct WilsonInterval {
    double lower = 0, upper = 1;
};

/// Interval of a share of which `met` of `n` were seen (Wilson 1927). It lies in [0, 1] and is no point at 0 and 1.
/// @pre 0 <= met <= n, n > 0, 0 < level < 1
[[nodiscard]] WilsonInterval wilson_interval(double met, double n, double level);

}  // namespace tarazy
