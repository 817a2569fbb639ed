#pragma once

namespace tarazy {

/// Inverse of the distribution function of Student's t, by that of the beta distribution (NIST Handbook of Mathematical
/// Functions, Olver et al. 2010, sec. 8.17): P(|T| > t) = I_{d/(d + t^2)}(d/2, 1/2). Odd in probability - 1/2.
/// @pre 0 < probability < 1, degrees > 0
[[nodiscard]] double student_quantile(double probability, double degrees);

}  // namespace tarazy
