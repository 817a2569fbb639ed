#pragma once

#include "base/work.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace tarazy {

/// How sure an index is: the runs (or base rows, trajectories, orders) are drawn anew with replacement.
struct ResamplingOptions {
    std::size_t replicates = 100;  ///< 0 = none, and no intervals
    double level = 0.95;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// An index and, where it was resampled, two statements of how sure it is: `conf` = z x standard deviation of the
/// replicates (half the width of a normal interval, as SALib prints it), and the percentile interval (Efron 1979).
struct IndexEstimate {
    double value = 0;
    std::optional<double> conf = {}, lower = {}, upper = {};

    /// Does the percentile interval hold 0?
    [[nodiscard]] bool may_be_zero() const noexcept { return lower && upper && *lower <= 0 && *upper >= 0; }
};

/// The estimate with its interval. Replicates that are NaN are left out; with fewer than two there is no interval.
[[nodiscard]] IndexEstimate with_interval(double value, std::span<const double> replicates, double level);

/// @throws UsageError for a level outside of (0, 1) or one replicate
void check_resampling(const ResamplingOptions& options);

/// Why there is no index where all runs have the same outcome; empty where they differ.
[[nodiscard]] std::string no_variance_reason(std::span<const double> outcomes);

}  // namespace tarazy
