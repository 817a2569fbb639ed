#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// Test that two forecasts are equally good on average (Diebold & Mariano 1995), with the correction for small samples
/// and Student's t with n - 1 degrees of freedom (Harvey, Leybourne & Newbold 1997).
struct DieboldMariano {
    std::optional<double> statistic = {};  ///< below 0: the first is better
    std::optional<double> p_value = {};    ///< of either side
    std::size_t origins = 0;
    /// Autocovariances beyond lag 0 made the variance negative or 0 and were left out: the p value is then too small
    /// where errors of neighbouring origins go together.
    bool without_lags = false;
};

/// @param first, second  scores at origins one year apart, in their order; pairs with NaN are left out
/// @param horizon  years ahead: errors of horizon - 1 neighbouring origins overlap, and autocovariances up to that lag
///                 enter the variance
/// No statistic with fewer than horizon + 2 pairs, or when all differences are the same. O(n horizon)
[[nodiscard]] DieboldMariano diebold_mariano(std::span<const double> first, std::span<const double> second,
                                             std::size_t horizon);

struct SkillOptions {
    std::size_t replicates = 2000;
    double level = 0.9;
    std::uint64_t seed = 1;
    Work work = {};
};

/// How much better than the best of some benchmarks: 1 - S / min S_b, of mean scores over the same origins. 0: no
/// better; 1: without error; below 0: worse.
struct Skill {
    std::optional<double> value = {};
    std::optional<double> lower = {}, upper = {};
    std::size_t best = 0;  ///< the benchmark with the least mean score; the first of several
    std::size_t origins = 0;
    std::size_t block = 1;

    /// Better than the best of the benchmarks, as far as the interval tells.
    [[nodiscard]] bool demonstrated() const noexcept { return lower && *lower > 0; }
};

/// The interval is from a circular block bootstrap of the origins (Politis & Romano 1992), percentile (Efron 1979),
/// with blocks of the larger of horizon and n^(1/3), rounded up: neighbouring origins are drawn together, because their
/// errors overlap. The best benchmark is chosen anew in each resample, so that having chosen it after the fact is part
/// of the uncertainty. No interval with fewer than 2 blocks. O(replicates x n x benchmarks).
/// @param scores      one an origin; @param benchmarks  the same for each; origins with NaN anywhere are left out
/// @pre at least one benchmark, all of the same length
[[nodiscard]] Skill skill_over(std::span<const double> scores, const std::vector<std::vector<double>>& benchmarks,
                               std::size_t horizon, const SkillOptions& options = {});

}  // namespace tarazy
