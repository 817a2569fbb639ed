#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace tarazy {

/// What replicates of a number say of it.
struct ReplicateSummary {
    std::optional<double> se;            ///< standard deviation (n - 1)
    std::optional<double> lower, upper;  ///< quantiles at (1 -+ level)/2 (Efron 1979)
    std::size_t replicates = 0;          ///< in which it was defined
};

/// @param values  NaN where the number was not defined. No se and interval from fewer than two. O(n log n)
[[nodiscard]] ReplicateSummary replicate_summary(std::span<const double> values, double level);

}  // namespace tarazy
