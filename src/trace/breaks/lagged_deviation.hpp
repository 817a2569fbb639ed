#pragma once

#include "base/work.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

inline constexpr std::size_t most_lags = 3;

/// How far the best regression on a constant and the `lags` observations before misses an interval of a series:
/// min over (c, phi_1..phi_p) of max over stretches of |sum(y_t - c - sum phi_k y_(t-k))|/sqrt(length) (Fryzlewicz
/// 2024, narrowest significance pursuit with autoregression). Responses are the observations from `lags` on.
///
/// A linear programme in p + 1 coefficients and the bound. Its dual is solved by the simplex method with a basis of
/// p + 2 stretches, into which the most violated one enters until none is violated by more than `tolerance` standard
/// deviations of the series; Bland's rule (1977) ends cycles, and where rounding turns in one nevertheless the steps
/// are counted: the bound from below that was reached then stands. Each step looks at all stretches: O(w^2), dyadic O(w
/// log w). Coefficients beyond 10^6 (in standard deviations of the series, for the constant) are not looked at.
class LaggedDeviation {
public:
    static constexpr double tolerance = 1e-10;

    /// @pre lags <= most_lags, y longer than lags, not all equal
    LaggedDeviation(std::span<const double> y, std::size_t lags, bool dyadic);

    [[nodiscard]] std::size_t responses() const { return response_.size() - 1; }
    /// Of `width` responses from `start` on (from 0). @throws Interrupted
    [[nodiscard]] double deviation(std::size_t start, std::size_t width, const Work& work) const;
    /// The same question with yes or no, which needs fewer steps.
    [[nodiscard]] bool exceeds(std::size_t start, std::size_t width, double threshold, const Work& work) const;

private:
    using Coefficients = std::array<double, most_lags + 1>;
    struct Stretch {
        std::size_t start = 0, length = 0;
        bool below = false;  ///< of the negative sum
        double value = 0;
    };
    struct Inequality;
    struct Basis;

    /// The stretch that these coefficients leave the largest sum in, or the first one above `limit`.
    [[nodiscard]] Stretch worst(std::size_t start, std::size_t width, const Coefficients& at,
                                std::optional<double> limit) const;
    /// A lower bound above the threshold, an upper bound not above it, or (without threshold) the minimum.
    [[nodiscard]] double solved(std::size_t start, std::size_t width, std::optional<double> threshold,
                                const Work& work) const;

    std::size_t unknowns_;
    bool dyadic_;
    double unit_ = 1;                          ///< standard deviation of the series
    std::vector<double> response_;             ///< sums up to each response, about the mean, in units
    std::vector<std::vector<double>> lagged_;  ///< likewise, of each lag
};

/// Standard deviation of the innovations: median over windows of s^2 = RSS/(w - p - 1), its root, RSS of least squares
/// on a constant and the lags inside of w = max(20, sqrt n) responses in a row (n if fewer): most windows hold no
/// change (as the median of local estimates of Fryzlewicz 2024 and the R package nsp). 0 where most windows fit
/// exactly. @pre at least lags + 2 responses
[[nodiscard]] double scale_of_innovations(std::span<const double> y, std::size_t lags);

}  // namespace tarazy
