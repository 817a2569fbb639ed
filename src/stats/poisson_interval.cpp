#include "stats/poisson_interval.hpp"

#include "stats/gamma.hpp"

#include <cmath>

namespace tarazy {
namespace {

/// The x at which Q(shape, x), which falls in x, has this value.
double gamma_upper_inverse(double shape, double value) {
    double low = 0, high = shape + 1;
    while (regularised_gamma_upper(shape, high) > value) high *= 2;
    for (int step = 0; step < 200 && high - low > 1e-15 * high; ++step) {
        const double middle = (low + high) / 2;
        (regularised_gamma_upper(shape, middle) > value ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace

PoissonInterval poisson_interval(double count, double level) {
    const double outside = (1 - level) / 2;
    return {count > 0 ? gamma_upper_inverse(count, 1 - outside) : 0.0, gamma_upper_inverse(count + 1, outside)};
}

}  // namespace tarazy
