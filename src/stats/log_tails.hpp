#pragma once

#include <cstdint>

namespace tarazy {

// Tails of tests as decimal logarithms, so that what is far below the smallest double keeps its size and its order.

/// log10 P(X >= statistic) of a chi-square variable with one degree of freedom; of a two-sided normal test with z it is
/// asked for z squared. By erfc as far as it goes, beyond by its continued fraction (NIST Handbook of Mathematical
/// Functions, Olver et al. 2010, eq. 7.9.1). Relative error of the probability about 1e-14 times its exponent. O(1).
/// @pre statistic >= 0; NaN gives NaN
[[nodiscard]] double log10_chi_square1_upper(double statistic);

/// log10 p of Fisher's exact test on the table (a, b; c, d), two-sided: the probabilities of all tables with the same
/// margins that are no likelier than this one (within 1e-7, as is usual), R. A. Fisher (1935). Terms follow from one
/// another by their ratios. O(min of the margins)
[[nodiscard]] double log10_fisher(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d);

}  // namespace tarazy
