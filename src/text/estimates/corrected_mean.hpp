#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// A mean with its standard error and normal interval.
struct MeanEstimate {
    double estimate = 0, se = 0, lower = 0, upper = 0;
    std::optional<double> lambda = {};  ///< how far the machine is trusted; none where it plays no part
};

/// Units of one group: what the machine says of each, and what a person said of those in the sample.
struct CorrectedUnits {
    std::vector<double> machine;              ///< f of all N units
    std::vector<std::optional<double>> hand;  ///< Y where it was coded
    std::vector<double> probability;          ///< of being sampled; empty = n / N for all
};

/// Sums that the estimators share. Variances have n - 1 below the line.
struct HandMoments {
    std::size_t units = 0, sampled = 0;
    double machine_mean = 0, machine_variance = 0;            ///< over all N units
    double sampled_mean = 0, sampled_variance = 0;            ///< of f over the sample
    double hand_mean = 0, hand_variance = 0, covariance = 0;  ///< of Y, and of Y with f, over the sample
};
[[nodiscard]] HandMoments hand_moments(const CorrectedUnits& units);

/// Mean of Y over the sample alone. @pre two sampled units
[[nodiscard]] MeanEstimate hand_mean(const HandMoments& moments, double confidence);

/// Prediction-powered mean (Angelopoulos et al. 2023): theta = mean_N(l f) + mean_n(Y - l f), units a simple random
/// sample, variance l^2 var(f) / N + var(Y - l f) / n. @pre two sampled units
[[nodiscard]] MeanEstimate prediction_powered_mean(const HandMoments& moments, double lambda, double confidence);

/// The l with the least variance: cov(Y, f) / ((1 + n / N) var(f)) (power tuning, Angelopoulos, Duchi & Zrnic 2024); 0
/// where f does not vary.
[[nodiscard]] double least_variance_lambda(const HandMoments& moments);

/// Design-weighted mean of f + R / pi (Y - f) over all units, R = 1 where coded by hand (Egami, Hinck, Stewart & Wei
/// 2023); its variance is that of these values over N. Right under any known probabilities. @pre two units
[[nodiscard]] MeanEstimate design_weighted_mean(const CorrectedUnits& units, double confidence);

/// The least number of hand-coded units whose prediction-powered interval (lambda of least variance) has at most this
/// half-width, from the moments of a first sample; `machine` false: by hand alone. Never more than N, and nothing
/// where even that is not enough. O(log N)
[[nodiscard]] std::optional<std::size_t> units_to_code(const HandMoments& moments, double half_width, double confidence,
                                                       bool machine);

}  // namespace tarazy
