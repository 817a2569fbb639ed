#include "stats/wilson_interval.hpp"

#include "stats/normal.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {

WilsonInterval wilson_interval(double met, double n, double level) {
    const double z = normal_quantile(0.5 + level / 2), p = met / n, scale = 1 + z * z / n;
    const double middle = (p + z * z / (2 * n)) / scale;
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale;
    // The ends of none and of all are 0 and 1, which rounding may miss.
    return {met == 0 ? 0 : std::max(0.0, middle - half), met == n ? 1 : std::min(1.0, middle + half)};
}

}  // namespace tarazy
