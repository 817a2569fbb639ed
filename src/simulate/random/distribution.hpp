#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

enum class DistributionKind { uniform, triangular, pert, normal, lognormal, beta, discrete };
[[nodiscard]] std::string_view to_string(DistributionKind kind) noexcept;
/// The kind of that name, or none.
[[nodiscard]] std::optional<DistributionKind> distribution_kind(std::string_view name) noexcept;

/// What is believed of an uncertain number. Which members count depends on the kind:
///
/// uniform     lower, upper
/// triangular  lower, mode, upper
/// pert        lower, mode, upper, shape: the beta distribution on [lower, upper] with mean
///             (lower + shape*mode + upper)/(shape + 2); shape 4 is PERT (Malcolm, Roseboom, Clark & Fazar 1959),
///             others are Vose's (2008) modified PERT
/// normal      mean, sd; cut at lower and upper, where they are finite
/// lognormal   mean, sd of the logarithm; cut in the same way
/// beta        alpha, beta on [lower, upper]
/// discrete    values with weights, in proportion to their sum
struct Distribution {
    DistributionKind kind = DistributionKind::uniform;
    double lower = -std::numeric_limits<double>::infinity();
    double upper = std::numeric_limits<double>::infinity();
    double mode = 0;
    double shape = 4;
    double mean = 0, sd = 1;
    double alpha = 1, beta = 1;
    std::vector<double> values = {}, weights = {};
};

/// What is wrong with the numbers of a distribution ("lower is 3 and not below upper, 2"), or nothing.
[[nodiscard]] std::optional<std::string> distribution_fault(const Distribution& distribution);

/// Does it end on both sides, so that its quantiles at 0 and 1 are finite?
[[nodiscard]] bool is_bounded(const Distribution& distribution) noexcept;

/// Between what its values lie: infinite where it does not end. @pre no fault
[[nodiscard]] std::pair<double, double> support_of(const Distribution& distribution);

/// Quantile: the least value at which the distribution function reaches u. Draws are made by it alone, so that a design
/// of points in the unit cube becomes one of values. O(1); of discrete ones O(values).
/// @pre no fault; 0 <= u <= 1, and 0 < u < 1 where it has no bound
[[nodiscard]] double quantile_of(const Distribution& distribution, double u);

}  // namespace tarazy
