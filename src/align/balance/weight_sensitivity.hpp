#pragma once

#include "align/balance/composition_draws.hpp"

#include "base/work.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// How far the overall composition hangs on the weights given to the domains, which no theory fixes. Weights are drawn
/// from Dirichlet(1, ..., 1): every division of the whole among the domains is as likely as any other.

/// `count` draws of unscaled weights, draw * domains + domain. A Dirichlet(1) vector is independent exponentials
/// divided by their sum (Devroye 1986, ch. XI.4), so the weights of some of the domains are the same rows without the
/// others. Each domain has a stream of its own, named by it: their order and number change nothing.
[[nodiscard]] std::vector<double> weight_draws(std::span<const std::string> domains, std::size_t count,
                                               std::uint64_t seed);

struct WeightSensitivity {
    /// 5% and 95% quantiles over the weights of the median over the joint draws: shares of the poles, evenness, tilts,
    /// in the order of `describe`.
    std::vector<double> q05, q95;
    /// Share of the weights under which the pole nearest in more draws than any other is `nearest`; NaN when there was
    /// none.
    double same_nearest = 0;
};

/// @param weights  weight * domains + domain, as from `weight_draws`; at least one row
/// Medians are taken over at most 101 of the joint draws, evenly spaced: an error of 1.25 / sqrt(101), an eighth
/// of the draws' own standard deviation and the same for all weights, so that the range between them keeps its
/// width. O(weights x min(draws, 101) x domains x poles): about 10 ms for 2,000 weights, 4 domains and 3 poles.
[[nodiscard]] WeightSensitivity weight_sensitivity(std::span<const CompositionDraws> domains,
                                                   std::span<const double> weights, std::optional<std::size_t> nearest,
                                                   const Work& work = {});

}  // namespace tarazy
