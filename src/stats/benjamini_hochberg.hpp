#pragma once

#include <span>
#include <vector>

namespace tarazy {

/// Correction for several tests after Benjamini & Hochberg (1995, Journal of the Royal Statistical Society B 57(1),
/// 289-300): of m p-values in ascending order the k-th becomes the least of m p_(j)/j for j >= k. Whoever rejects at
/// adjusted p <= q expects a share of q at most of the rejections to be false, for tests that are independent or hang
/// together positively (Benjamini & Yekutieli 2001). Unknown p-values (NaN) stay unknown and count as no test. The
/// order of the result is that of the input. O(m log m). @pre each is NaN or in [0, 1]
[[nodiscard]] std::vector<double> benjamini_hochberg(std::span<const double> p_values);

}  // namespace tarazy
