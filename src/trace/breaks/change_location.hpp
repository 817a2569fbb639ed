#pragma once

#include "base/work.hpp"
#include "trace/breaks/segment_chain.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace tarazy {

/// When there are exactly `changes` of them: P(the j-th change lies after observation k) at [j - 1][k - 1], averaged
/// over the draws of the series with the probability that each gives to that number; each sums to 1. Exact:
/// P(j-th after k) ~ P(segment begins at k with j changes up to there) P(`changes` - j follow).
/// O(n^2 changes) time, O(n changes) memory. Empty when there are none. @pre changes < n
/// @throws InputError, UsageError, LimitError, Interrupted
[[nodiscard]] std::vector<std::vector<double>> change_locations(std::span<const std::vector<double>> draws,
                                                                const SegmentPrior& prior, std::size_t changes,
                                                                const Work& work = {}, unsigned threads = 1);

/// The dates in increasing order that together maximise the product of their probabilities.
[[nodiscard]] std::vector<std::size_t> most_probable_dates(std::span<const std::vector<double>> locations);

/// A change and the dates it may have.
struct CredibleChange {
    std::size_t change_after = 0;  ///< last observation of the old segment, 1-based
    std::vector<std::size_t> set;  ///< fewest dates that hold `level` of it, in order; it may have gaps
    double held = 0;               ///< what they hold, given so many changes
    double probability = 0;        ///< P(at least one change among these dates), over all numbers of changes
};

/// For each of `changes` (1-based, as `BreakPosterior::map_changes`), the fewest dates that hold `level` of the
/// change's location given that there are so many changes; ties: the earlier date.
/// @throws UsageError  level not in (0, 1]; InputError, LimitError, Interrupted
[[nodiscard]] std::vector<CredibleChange> credible_changes(std::span<const std::vector<double>> draws,
                                                           const SegmentPrior& prior,
                                                           std::span<const std::size_t> changes, double level = 0.9,
                                                           const Work& work = {}, unsigned threads = 1);

/// P(at least one change lies after one of these observations), for each set of numbers (1-based, in order), averaged
/// over the draws. Exact; one pass for all sets: O(n^2 + sum over sets of n times their width).
[[nodiscard]] std::vector<double> probability_of_change_among(std::span<const std::vector<double>> draws,
                                                              const SegmentPrior& prior,
                                                              std::span<const std::vector<std::size_t>> sets,
                                                              const Work& work = {}, unsigned threads = 1);

}  // namespace tarazy
