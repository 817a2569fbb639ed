#include "trace/breaks/break_interval.hpp"

#include "stats/normal.hpp"

#include <cmath>
#include <numbers>

namespace tarazy {
namespace {

/// Logarithm of the normal distribution function at -z, z >= 0; by its asymptotic series where the function underflows.
double log_normal_tail(double z) {
    if (z < 30) return std::log(normal_cdf(-z));
    const double r = 1 / (z * z);
    return -z * z / 2 - std::log(z) - 0.5 * std::log(2 * std::numbers::pi) + std::log1p(-r + 3 * r * r);
}

/// P(argmax V <= -x). Bai (1997), appendix B, first part. @pre x >= 0
double before_break(double x, double xi, double phi) {
    const double ratio = xi / phi, root = std::sqrt(x);
    const double density = root / std::sqrt(2 * std::numbers::pi) * std::exp(-x / 8);
    const double middle = phi * (phi + 2 * xi) / (xi * (phi + xi)) *
                          std::exp(ratio * (1 + ratio) * x / 2 + log_normal_tail((0.5 + ratio) * root));
    const double last = (x / 2 - 2 + (phi + 2 * xi) * (phi + 2 * xi) / (xi * (phi + xi))) * normal_cdf(-root / 2);
    return last - density - middle;
}

/// P(argmax V > x), the second part. @pre x >= 0
double after_break(double x, double xi, double phi) {
    const double root = std::sqrt(x), drift = xi / std::sqrt(phi);
    const double density = drift * root / std::sqrt(2 * std::numbers::pi) * std::exp(-drift * drift * x / 8);
    const double middle = xi * (2 * phi + xi) / (phi * (phi + xi)) *
                          std::exp((phi + xi) * x / 2 + log_normal_tail((phi + xi / 2) / std::sqrt(phi) * root));
    const double last = ((2 * phi + xi) * (2 * phi + xi) / (phi * (phi + xi)) - 2 + drift * drift * x / 2) *
                        normal_cdf(-drift * root / 2);
    return last - density - middle;
}

/// Distance x >= 0 at which a falling function reaches `probability`. @pre tail(0) >= probability
template <typename Tail>
double distance_at(double probability, const Tail& tail) {
    double high = 1;
    while (tail(high) > probability && high < 1e12) high *= 2;
    double low = 0;
    for (int step = 0; step < 100; ++step) {
        const double middle = low + (high - low) / 2;
        (tail(middle) > probability ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

}  // namespace

double break_date_cdf(double x, double xi, double phi) {
    return x < 0 ? before_break(-x, xi, phi) : 1 - after_break(x, xi, phi);
}

std::optional<BreakInterval> break_interval(const SegmentLine& before, const SegmentLine& after, std::size_t at,
                                            double level) {
    const auto place = static_cast<std::int64_t>(at);
    if (before.residual_variance == 0 && after.residual_variance == 0) return BreakInterval{place, place};
    // Bai (1997): ratios of the quadratic forms of the step in Q (moments of regressors) and Omega = sigma^2 Q.
    const double step_before = mean_square_difference(before, after, before);
    const double step_after = mean_square_difference(before, after, after);
    const double xi = step_after / step_before, phi = xi * after.residual_variance / before.residual_variance;
    if (!(xi > 0) || !(phi > 0) || !std::isfinite(xi) || !std::isfinite(phi)) return std::nullopt;
    const double tail = (1 - level) / 2;
    if (before_break(0, xi, phi) <= tail || after_break(0, xi, phi) <= tail) return std::nullopt;
    const double unit = before.residual_variance / step_before;
    const double back = distance_at(tail, [&](double x) { return before_break(x, xi, phi); }) * unit;
    const double ahead = distance_at(tail, [&](double x) { return after_break(x, xi, phi); }) * unit;
    // argmax V is the estimate less the break: where the estimate tends to be late, the break is earlier.
    return BreakInterval{place - static_cast<std::int64_t>(std::ceil(ahead)),
                         place + static_cast<std::int64_t>(std::ceil(back))};
}

}  // namespace tarazy
