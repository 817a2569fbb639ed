#pragma once

namespace tarazy {

/// Distribution function of the beta distribution, the regularised incomplete beta function I_x(a, b), by its continued
/// fraction (NIST Handbook of Mathematical Functions, Olver et al. 2010, eq. 8.17.22) on the side where it converges
/// fast. Absolute error below 1e-12 for a + b < 1,000, 1e-10 up to 100,000. O(sqrt(max(a, b))) terms.
/// @pre a > 0, b > 0, 0 <= x <= 1
[[nodiscard]] double beta_cdf(double x, double a, double b);

/// Inverse of `beta_cdf` in x: Newton steps, halving the bracket where a step would leave it.
/// @pre a > 0, b > 0, 0 <= probability <= 1
[[nodiscard]] double beta_quantile(double probability, double a, double b);

}  // namespace tarazy
