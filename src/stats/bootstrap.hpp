#pragma once

#include "base/work.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

enum class IntervalKind { percentile, bca };

struct BootstrapInterval {
    double lower = 0;
    double upper = 0;
};

/// Interval from bootstrap replicates.
///
/// percentile: the quantiles at (1 -+ level)/2 (Efron 1979). bca: bias-corrected and accelerated (Efron 1987, eq. 2.3
/// and 6.5), with the acceleration from the jackknife values. NaN replicates (statistic undefined in the resample) are
/// left out. No value when fewer than two replicates remain. Where BCa is not defined - all replicates on one side of
/// the estimate, or fewer than two jackknife values - the percentile interval is given. O(n log n).
[[nodiscard]] std::optional<BootstrapInterval> bootstrap_interval(std::span<const double> replicates, double estimate,
                                                                  std::span<const double> jackknife, double level,
                                                                  IntervalKind kind);

/// For each replicate, `items` items drawn with replacement; row r of the result belongs to replicate r and
/// depends only on (seed, purpose, r).
[[nodiscard]] std::vector<std::vector<std::uint32_t>> bootstrap_draws(std::size_t items, std::size_t replicates,
                                                                      std::uint64_t seed, const std::string& purpose,
                                                                      const Work& work = {});

}  // namespace tarazy
