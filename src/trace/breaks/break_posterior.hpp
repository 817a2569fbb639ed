#pragma once

#include "base/work.hpp"
#include "trace/breaks/segment_chain.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Where a series changed, and how often, as far as the data tell. A change point k means: the last observation of the
/// old segment is number k (1-based).
struct BreakPosterior {
    double log_evidence = 0;                ///< log p(y); of draws: the mean over them
    std::vector<double> change_after;       ///< P(a change after observation k) at k - 1; n - 1 of them
    std::vector<double> number_of_changes;  ///< P(exactly k changes) at k, up to the last that matters; sums to 1
    std::vector<std::size_t> map_changes;   ///< of the most probable segmentation; of draws: see below
    std::vector<double> mean;               ///< E(level) at each observation, averaged over all segmentations
    std::vector<double> sd;                 ///< of the level; of draws: of the mixture
    bool truncated = false;                 ///< sums were cut (see SegmentChain)

    [[nodiscard]] double expected_changes() const;
    [[nodiscard]] double any_change() const;  ///< P(at least one)
    /// Smallest k with P(at most k changes) >= probability.
    [[nodiscard]] std::size_t changes_quantile(double probability) const;
};

/// The exact posterior of change points in level, variance or both (Fearnhead 2006; prior and formulas at
/// SegmentChain). Two passes: Q backwards, then forwards P(a segment begins at t) = sum_s P(begins at s) P(length t -
/// s) and likewise the number of changes before t. Probabilities below 1e-20 are left out of the number's recursion.
/// O(n^2) time and O(n) memory (times the spread of the number of changes). Observations are taken as equally spaced.
/// @throws InputError, UsageError, LimitError as SegmentChain; Interrupted
[[nodiscard]] BreakPosterior break_posterior(std::span<const double> y, const SegmentPrior& prior,
                                             const Work& work = {});

/// The same averaged over draws of the series, all of one length: p(changes) = mean over draws of p(changes | draw), so
/// that error of measurement reaches the last probability. `map_changes` are then, for the most probable number of
/// changes, the dates that are jointly the most probable one by one (see `change_locations`).
/// The result does not depend on `threads`. @throws InputError, UsageError, LimitError, Interrupted
[[nodiscard]] BreakPosterior break_posterior(std::span<const std::vector<double>> draws, const SegmentPrior& prior,
                                             const Work& work = {}, unsigned threads = 1);

/// The default prior of series that is known by draws: that of their mean.
/// @throws InputError  no draw, draws of different lengths, or as `default_segment_prior`
[[nodiscard]] SegmentPrior default_segment_prior(std::span<const std::vector<double>> draws);

/// The posterior under another prior.
struct PriorSensitivity {
    std::string changed;  ///< "p x 2"; "as given" for the prior itself
    SegmentPrior prior;
    double log_evidence = 0, expected_changes = 0, any_change = 0;
    std::vector<std::size_t> map_changes;
};

/// One parameter at a time: p halved and doubled, k0 a tenth and tenfold, a0 halved and doubled, b0 halved and doubled;
/// the first row is the prior itself. Multiples that leave the allowed range are left out. Nine times the cost of one.
[[nodiscard]] std::vector<PriorSensitivity> prior_sensitivity(std::span<const std::vector<double>> draws,
                                                              const SegmentPrior& prior, const Work& work = {},
                                                              unsigned threads = 1);

}  // namespace tarazy
