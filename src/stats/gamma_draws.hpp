#pragma once

#include "base/random.hpp"

#include <span>

namespace tarazy {

// Draws from the gamma distribution and what is made of it. They depend on the stream alone, unlike the distributions
// of <random>, which differ between standard libraries.

/// Standard normal, by inversion. One number of the stream.
[[nodiscard]] double normal_draw(Random& random);

/// Gamma with scale 1, by squeezing (Marsaglia & Tsang 2000, ACM TOMS 26(3), 363-372); shapes below 1 by their power of
/// a uniform number (section 6). O(1) expected. Tiny shapes may give 0. @pre shape > 0
[[nodiscard]] double gamma_draw(Random& random, double shape);

/// Beta, as the share of one gamma draw in two. @pre a > 0, b > 0
[[nodiscard]] double beta_draw(Random& random, double a, double b);

/// Dirichlet, as shares of gamma draws; weights of 0 get 0. @pre shares.size() == weights.size(), some weight > 0
void dirichlet_draw(Random& random, std::span<const double> weights, std::span<double> shares);

}  // namespace tarazy
