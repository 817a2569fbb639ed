#include "stats/gamma.hpp"

#include <math.h>

#include <cassert>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

/// 1 + x/(a+1) + x^2/((a+1)(a+2)) + ...
double gamma_series(double shape, double x) {
    double term = 1, sum = 1;
    for (double divisor = shape + 1; term > std::numeric_limits<double>::epsilon() * sum; ++divisor) {
        term *= x / divisor;
        sum += term;
    }
    return sum;
}

/// 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - ...))), from the front by Lentz's method as modified by Thompson &
/// Barnett (1986). For x > a + 1 every partial denominator is positive, so nothing needs to be kept away from zero.
double gamma_fraction(double shape, double x) {
    double denominator = x + 1 - shape;
    double numerators = std::numeric_limits<double>::max(), denominators = 1 / denominator, value = denominators;
    for (double step = 1;; ++step) {
        const double partial = -step * (step - shape);
        denominator += 2;
        denominators = 1 / (denominator + partial * denominators);
        numerators = denominator + partial / numerators;
        const double factor = numerators * denominators;
        value *= factor;
        if (std::abs(factor - 1) <= 2 * std::numeric_limits<double>::epsilon()) return value;
    }
}

}  // namespace

double log_gamma(double x) {
    assert(x > 0);
    int sign = 0;
    return ::lgamma_r(x, &sign);
}

double regularised_gamma_upper(double shape, double x) {
    assert(shape > 0 && x >= 0);
    if (x == 0) return 1;
    if (std::isinf(x)) return 0;
    const double scale = shape * std::log(x) - x;
    if (x < shape + 1) return 1 - std::exp(scale - log_gamma(shape + 1)) * gamma_series(shape, x);
    return std::exp(scale - log_gamma(shape)) * gamma_fraction(shape, x);
}

double chi_square_upper(double statistic, double degrees) {
    return regularised_gamma_upper(degrees / 2, statistic / 2);
}

}  // namespace tarazy
