#pragma once

#include "align/ideal_point_model.hpp"

#include <cstddef>

namespace tarazy {

struct ModeOptions {
    IdealPointPriors priors;
    double tolerance = 1e-4;  ///< largest change of a standardised theta at the end
    std::size_t most_iterations = 500;
    unsigned threads = 0;
};

struct IdealPointMode {
    IdealPointParameters parameters;
    double log_posterior = 0;
    std::size_t iterations = 0;
    bool converged = false;
};

/// One score a state from the first singular vector of the item-centred votes, for all its sessions, and items to
/// match. A weak start leaves whole blocks of sessions mirrored, which neither Newton nor a sampler repairs.
/// O(60 passes over the votes); the sign is arbitrary.
[[nodiscard]] IdealPointParameters spectral_start(const VotePanel& panel, const IdealPointPriors& priors);

/// Mode of the joint posterior. The items are profiled out (Newton's method a item, three parameters); theta climbs the
/// profile by L-BFGS (Nocedal 1980) whose metric is the tridiagonal precision of each state's path, so that the few
/// directions which plain alternation crawls along, the scale and slow drifts, are found from the last steps.
/// The log posterior never falls. O(votes) an iteration; the same bytes at any number of threads.
[[nodiscard]] IdealPointMode posterior_mode(const VotePanel& panel, IdealPointParameters start,
                                            const ModeOptions& options);

/// Moves the items to their conditional mode given theta. @returns log posterior of the votes and items
/// @param trusted_gain  a Newton step that promises less than this is taken without looking
double fit_items(const VotePanel& panel, std::span<const double> theta, std::vector<ItemParameters>& items,
                 const IdealPointPriors& priors, unsigned threads, double trusted_gain = 1e-9);

}  // namespace tarazy
