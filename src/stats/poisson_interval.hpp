#pragma once

namespace tarazy {

struct PoissonInterval {
    double lower = 0, upper = 0;
};

/// Exact interval for the mean of a Poisson count (Garwood 1936, Biometrika 28:437-442): the means at which as many or
/// more, and as few or fewer, have probability (1 - level)/2 each; from 0 where nothing was counted. Relative error
/// about 1e-12. O(sqrt(count)). @pre count >= 0 (a weighted one need not be whole), 0 < level < 1
[[nodiscard]] PoissonInterval poisson_interval(double count, double level);

}  // namespace tarazy
