#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace tarazy {

/// log Phi(x) and its derivative, the inverse Mills ratio phi(x) / Phi(x).
struct LogNormalCdf {
    double log_cdf = 0;
    double ratio = 0;
};

/// Exact values of log Phi and the ratio on a grid, between which `log_normal_cdf` interpolates.
struct LogNormalGrid {
    static constexpr double left = -16, right = 8, steps_a_unit = 64;
    static constexpr std::size_t size = static_cast<std::size_t>((right - left) * steps_a_unit) + 1;
    struct Point {
        double log_cdf, ratio, slope;  ///< slope of the ratio
    };
    std::array<Point, size> points;
};
[[nodiscard]] const LogNormalGrid& log_normal_grid();

/// Asymptotic series to the left of the grid (Abramowitz & Stegun 1964, 26.2.12).
[[nodiscard]] LogNormalCdf log_normal_cdf_far_left(double x);

/// Both at once, accurate in both tails: relative error below 1e-8 everywhere (cubic Hermite interpolation on the
/// grid). A few nanoseconds, where `erfc` and `log` take forty. In the header, and inlined, because the votes of an
/// assembly are run through it thousands of times, often for one of the two alone.
[[nodiscard, gnu::always_inline]] inline LogNormalCdf log_normal_cdf(double x, const LogNormalGrid& grid) {
    if (x < LogNormalGrid::left) return log_normal_cdf_far_left(x);
    if (!(x < LogNormalGrid::right)) return {0, 0};  // both below 1e-14
    constexpr double step = 1 / LogNormalGrid::steps_a_unit;
    const double at = (x - LogNormalGrid::left) * LogNormalGrid::steps_a_unit;
    const auto i = static_cast<std::size_t>(at);
    const double t = at - static_cast<double>(i), s = 1 - t;
    const LogNormalGrid::Point &from = grid.points[i], &to = grid.points[i + 1];
    const double h00 = s * s * (1 + 2 * t), h01 = t * t * (1 + 2 * s), h10 = step * t * s * s, h11 = step * t * t * s;
    return {h00 * from.log_cdf + h01 * to.log_cdf + h10 * from.ratio - h11 * to.ratio,
            h00 * from.ratio + h01 * to.ratio + h10 * from.slope - h11 * to.slope};
}

/// log probability of one vote, and its derivatives by the two cut points less the position on the item,
/// a = gamma1 - eta and b = gamma2 - eta.
struct VoteTerm {
    double log_probability = 0;
    double da = 0, db = 0;
    double daa = 0, dab = 0, dbb = 0;
};

/// Phi(b) - Phi(a) as a share of Phi at one of the two ends, where Phi keeps its digits.
struct NormalInterval {
    LogNormalCdf upper, lower;
    double inside = 1;  ///< share of Phi(upper end) that lies in the interval
    bool mirrored = false;
};

/// @pre a < b
[[nodiscard, gnu::always_inline]] inline NormalInterval normal_interval(double a, double b, const LogNormalGrid& grid) {
    // The density is even: an interval to the right of 0 is as likely as its mirror image, where Phi keeps its digits.
    const bool mirrored = a + b > 0;
    const LogNormalCdf upper = log_normal_cdf(mirrored ? -a : b, grid), lower = log_normal_cdf(mirrored ? -b : a, grid);
    const double gap = upper.log_cdf - lower.log_cdf;  // > 0
    // exp takes a quarter of the time of expm1 and costs no digit
    // that matters unless the interval is very narrow.
    const double inside = gap > 1e-3 ? 1 - std::exp(-gap) : -std::expm1(-gap);
    return {upper, lower, inside, mirrored};
}

/// Sum of the logarithms of shares: one logarithm for many of them.
class SumOfLogs {
public:
    /// @pre 0 <= share <= 1
    void add(double share) {
        if (share < 1e-50) {
            sum_ += std::log(share);
            return;
        }
        product_ *= share;
        if (product_ > 1e-200) return;
        sum_ += std::log(product_);
        product_ = 1;
    }
    [[nodiscard]] double total() const { return sum_ + std::log(product_); }

private:
    double sum_ = 0, product_ = 1;
};

/// An abstention: the interval between a and b, as `normal_interval` tells it.
/// @param log_inside  log of `interval.inside`; 0 by whoever adds it up for many votes (`SumOfLogs`)
[[nodiscard, gnu::always_inline]] inline VoteTerm abstention_term(double a, double b, const NormalInterval& interval,
                                                                  double log_inside) {
    const auto& [upper, lower, inside, mirrored] = interval;
    const double at_upper = upper.ratio / inside, at_lower = lower.ratio * (1 - inside) / inside;
    const double density_a = mirrored ? at_upper : at_lower, density_b = mirrored ? at_lower : at_upper;
    return {upper.log_cdf + log_inside,
            -density_a,
            density_b,
            a * density_a - density_a * density_a,
            density_a * density_b,
            -b * density_b - density_b * density_b};
}

/// Ordinal probit (McKelvey & Zavoina 1975): y* = eta + e, e ~ N(0,1); yes (1) if y* <= gamma1, abstain (2) between,
/// no (3) above gamma2. Interval probabilities are taken as differences in the nearer tail, so that they neither
/// underflow nor cancel.
/// @param vote  1, 2 or 3; @pre a < b when 2
[[nodiscard]] inline VoteTerm ordinal_probit(std::uint8_t vote, double a, double b, const LogNormalGrid& grid) {
    if (vote == 1) {
        const LogNormalCdf at = log_normal_cdf(a, grid);
        return {at.log_cdf, at.ratio, 0, -at.ratio * (at.ratio + a), 0, 0};
    }
    if (vote == 3) {
        const LogNormalCdf at = log_normal_cdf(-b, grid);
        return {at.log_cdf, 0, -at.ratio, 0, 0, -at.ratio * (at.ratio - b)};
    }
    const NormalInterval interval = normal_interval(a, b, grid);
    return abstention_term(a, b, interval, std::log(interval.inside));
}

}  // namespace tarazy
