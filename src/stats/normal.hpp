#pragma once

namespace tarazy {

/// Distribution function of the standard normal; accurate in both tails (by erfc).
[[nodiscard]] double normal_cdf(double x);

/// Inverse of `normal_cdf` (Wichura 1988, algorithm AS 241, relative error about 1e-16). 0 gives -infinity, 1 gives
/// infinity. @pre 0 <= probability <= 1
[[nodiscard]] double normal_quantile(double probability);

}  // namespace tarazy
