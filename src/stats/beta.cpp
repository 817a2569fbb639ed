#include "stats/beta.hpp"

#include "stats/gamma.hpp"

#include <cassert>
#include <cmath>
#include <initializer_list>
#include <limits>

namespace tarazy {
namespace {

double log_beta(double a, double b) {
    return log_gamma(a) + log_gamma(b) - log_gamma(a + b);
}

/// Keeps the running fractions of Lentz's method from dividing by zero.
double away_from_zero(double value) {
    constexpr double least = 1e-300;
    return std::abs(value) < least ? least : value;
}

/// 1/(1 + d1/(1 + d2/(1 + ...))) with the coefficients of eq. 8.17.23, from the front by Lentz's method as modified by
/// Thompson & Barnett (1986).
double beta_fraction(double x, double a, double b) {
    double numerators = 1, denominators = 1 / away_from_zero(1 - (a + b) * x / (a + 1)), value = denominators;
    for (double m = 1;; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        double factor = 1;
        for (const double partial : {even, odd}) {
            denominators = 1 / away_from_zero(1 + partial * denominators);
            numerators = away_from_zero(1 + partial / numerators);
            factor = numerators * denominators;
            value *= factor;
        }
        if (std::abs(factor - 1) <= 2 * std::numeric_limits<double>::epsilon()) return value;
    }
}

double cdf_from_fraction(double x, double a, double b, double log_beta_ab) {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double scale = std::exp(a * std::log(x) + b * std::log1p(-x) - log_beta_ab);
    if (x < (a + 1) / (a + b + 2)) return scale * beta_fraction(x, a, b) / a;
    return 1 - scale * beta_fraction(1 - x, b, a) / b;
}

}  // namespace

double beta_cdf(double x, double a, double b) {
    assert(a > 0 && b > 0 && x >= 0 && x <= 1);
    return cdf_from_fraction(x, a, b, log_beta(a, b));
}

double beta_quantile(double probability, double a, double b) {
    assert(a > 0 && b > 0 && probability >= 0 && probability <= 1);
    if (probability == 0 || probability == 1) return probability;
    const double log_beta_ab = log_beta(a, b);
    double lower = 0, upper = 1, x = a / (a + b);
    for (int step = 0; step < 200; ++step) {
        const double excess = cdf_from_fraction(x, a, b, log_beta_ab) - probability;
        if (excess == 0) break;
        (excess > 0 ? upper : lower) = x;
        const double density = std::exp((a - 1) * std::log(x) + (b - 1) * std::log1p(-x) - log_beta_ab);
        double next = x - excess / density;
        if (!(next >= lower && next <= upper)) next = lower + (upper - lower) / 2;
        const double moved = std::abs(next - x);
        x = next;
        if (moved <= 4 * std::numeric_limits<double>::epsilon() * x) break;
    }
    return x;
}

}  // namespace tarazy
