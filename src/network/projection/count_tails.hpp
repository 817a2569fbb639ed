#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

/// How likely a random count is as small, and as great, as each count from 0 to the greatest that was asked for.
struct CountTails {
    std::vector<double> lower;  ///< P(X <= c)
    std::vector<double> upper;  ///< P(X >= c)
    std::vector<double> mid;    ///< P(X > c) + P(X = c)/2 (Lancaster 1961): the upper mid-p
};

/// So many independent trials that succeed alike.
struct EqualTrials {
    double success = 0, failure = 0;  ///< probabilities; both are given, since 1 - p loses digits near 1
    std::uint32_t times = 0;
};

/// Tails of the number of successes in independent unequal trials (Poisson-binomial law), exactly: P(X = c) trial by
/// trial up to `most`, and one absorbing state for what is beyond. Everything is a sum of products of what is not
/// negative, so that no digits cancel: the relative error is about 1e-16 a trial for tails above 1e-280 (smaller ones
/// may be 0). O(trials x most)
[[nodiscard]] CountTails poisson_binomial_tails(std::span<const EqualTrials> trials, std::size_t most);

/// The same for the hypergeometric law: so many of `drawn` items, drawn without replacement from `items` of which
/// `marked` are marked, are marked. By ratios of neighbouring terms from the mode on, as `hypergeometric_upper`.
/// O(min(marked, drawn) + most). @pre marked <= items, drawn <= items
[[nodiscard]] CountTails hypergeometric_tails(std::uint64_t items, std::uint64_t marked, std::uint64_t drawn,
                                              std::size_t most);

}  // namespace tarazy
