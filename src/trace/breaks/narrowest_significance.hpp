#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tarazy {

/// Over which stretches of an interval residuals are added up.
enum class StretchLengths {
    all,     ///< every length: never less power
    dyadic,  ///< 1, 2, 4, ... up to half of the interval: what the R package nsp 1.0.0 does, and quicker
};

/// From where the threshold comes.
enum class NoiseThreshold {
    asymptotic,  ///< Kabluchko (2007), for known variance and long series
    simulated,   ///< of independent normal series of the same length, the variance estimated in each
    by_length,   ///< simulated up to `longest_simulated` observations, then asymptotic: simulating grows with n^2
};

inline constexpr std::size_t longest_simulated = 1'000;

struct NarrowestOptions {
    double alpha = 0.1;  ///< P(any of the intervals holds no change) is at most this
    StretchLengths norm = StretchLengths::all;
    NoiseThreshold threshold = NoiseThreshold::asymptotic;
    std::optional<double> sigma = {};  ///< of the noise, with lags of its innovations; none: estimated
    std::size_t lags = 0;              ///< observations before that are fitted along with the level, up to 3
    std::size_t samples = 999;         ///< of the simulated threshold
    std::uint64_t seed = 1;
    unsigned threads = 1;
    Work work = {};
};

/// The threshold that a word names: "simulated", "asymptotic" or "auto" (by length). @throws UsageError for another
[[nodiscard]] NoiseThreshold noise_threshold(std::string_view word);

/// At least one change lies after one of the observations start, ..., end - 1 (1-based).
struct SignificantInterval {
    std::size_t start = 0, end = 0;
    double deviation = 0;  ///< how far the best constant misses the interval; above the threshold
};

struct NarrowestSignificance {
    double sigma = 0, threshold = 0;
    std::vector<SignificantInterval>
        intervals;  ///< in order; neighbours may share an end, with lags 1 + lags observations
};

/// Narrowest significance pursuit for a piecewise constant level (Fryzlewicz 2024; every interval is looked at): the
/// narrowest interval on which no constant c keeps all residual sums small, then the same left and right of it.
/// Deviation of an interval = min over c of max over its stretches [a, b] of |sum(y_i - c)|/sqrt(b - a + 1). Of equally
/// narrow intervals the one with the largest deviation, then the first. The deviation never falls when an interval
/// grows, so that widths are found by bisection with sliding extremes.
///
/// Threshold = sigma times the quantile of that norm for pure noise. Asymptotic: a + log(1/log(1/sqrt(1 - alpha)))/s,
/// s = sqrt(2 log n), a = s + (log(log n)/2 + log(0.8197466/(2 sqrt pi)))/s (Kabluchko 2007, for both signs). sigma
/// = 1.4826 median|d - median d|/sqrt 2, d the differences, as is usual there. The guarantee needs independent normal
/// noise of one variance; dependence makes it void. O(n w log n) time for intervals of width w with all lengths, O(n
/// log^2 n) with dyadic ones; O(n) memory.
///
/// With lags the noise may be autoregressive: y_t - m_t = sum phi_k (y_(t-k) - m_(t-k)) + innovation. While the level m
/// stays, y_t = c + sum phi_k y_(t-k) + innovation, so that the best c and phi together miss an interval by no more
/// than the innovations do (`LaggedDeviation`, `scale_of_innovations`; the threshold is that of as many innovations).
/// The first response of an interval leans on `lags` observations before it, so that the interval begins there. O(n w^2
/// log n) times the steps of the programme (5 to 20), dyadic O(n w log w log n).
/// @throws InputError  fewer than three observations, one that is no number, all equal, or more than half of the
///                     differences equal (sigma would be 0), fewer than 5 (lags + 1) with lags;
///         UsageError  alpha not in (0, 1), sigma not above 0, more than 3 lags
[[nodiscard]] NarrowestSignificance narrowest_significance(std::span<const double> y,
                                                           const NarrowestOptions& options = {});

/// The deviation of a whole stretch of data. O(n^2), dyadic O(n log n)
[[nodiscard]] double deviation_from_constant(std::span<const double> y, StretchLengths norm);

/// Quantile 1 - alpha of the norm for noise of variance 1, as above. @pre n >= 3
[[nodiscard]] double kabluchko_threshold(std::size_t n, double alpha);

}  // namespace tarazy
