#pragma once

#include "trace/evidence/weighing.hpp"

#include <vector>

namespace tarazy {

struct ProbabilityBounds {
    double low = 0, high = 0;
};

/// Exact smallest and largest posterior of each hypothesis over all likelihoods within their elicited ranges and all
/// priors within theirs that sum to one, after each clue: bounds[clue][hypothesis].
///
/// For fixed priors the posterior of h rises in every likelihood of h and falls in every other one, so that the
/// extremes are at a vertex that is known beforehand, the same for all priors. There the posterior is a ratio of linear
/// functions of the priors; for a given prior t of h the others that sum to 1 - t make the denominator smallest
/// (largest) by filling the least (most) likely hypotheses first, and the ratio rises in t, so that t lies at an end,
/// too (a linear-fractional programme over a box and the simplex, solved without iteration; Charnes & Cooper 1962). The
/// clue that counts in a group is the one that is strongest by the values. Where a range lets the evidence become
/// impossible under every hypothesis, the bounds are of the posteriors that exist. O(clues x hypotheses^2 log
/// hypotheses)
[[nodiscard]] std::vector<std::vector<ProbabilityBounds>> posterior_bounds(const RivalExplanations& rivals);

/// The same without any clue: what the ranges of the priors and their sum allow.
[[nodiscard]] std::vector<ProbabilityBounds> prior_bounds(const RivalExplanations& rivals);

/// A weight in decibels with its range; an end is infinite where a likelihood may be 0.
struct WeightRange {
    double value = 0, low = 0, high = 0;
};

/// Weight of one clue between two hypotheses, 10 log10 P(found | a)/P(found | b), with its exact range. Not a number
/// where the value is 0/0. @pre the clue was sought and has likelihoods
[[nodiscard]] WeightRange pair_weight(const Clue& clue, std::size_t a, std::size_t b);

/// Prior odds of two hypotheses in decibels, with the exact range over priors that sum to one.
[[nodiscard]] WeightRange prior_weight(const RivalExplanations& rivals, std::size_t a, std::size_t b);

}  // namespace tarazy
