#pragma once

#include "align/ideal_points/ideal_point_model.hpp"

#include "base/work.hpp"

#include <cstddef>

namespace tarazy {

struct ModeOptions {
    IdealPointPriors priors;
    double tolerance = 1e-4;  ///< largest change of a standardised theta at the end
    std::size_t most_iterations = 500;
    unsigned threads = 0;
    /// The walk's variance is found on the way (see `walk_variance_estimate`); priors.omega2 is where it starts.
    bool estimate_omega2 = false;
    Work work = {};
};

struct IdealPointMode {
    IdealPointParameters parameters;
    double omega2 = 0;         ///< the walk's variance at this mode: estimated, or that of the priors
    double log_posterior = 0;  ///< given omega2
    std::size_t iterations = 0;
    bool converged = false;
};

/// One score a state from the first singular vector of the item-centred votes, for all its sessions, and items to
/// match. A weak start leaves whole blocks of sessions mirrored, which neither Newton nor a sampler repairs.
/// O(60 passes over the votes); the sign is arbitrary.
[[nodiscard]] IdealPointParameters spectral_start(const VotePanel& panel, const IdealPointPriors& priors,
                                                  const Work& work = {});

/// Mode of the joint posterior. The items are profiled out (Newton's method a item, three parameters); theta climbs the
/// profile by L-BFGS (Nocedal 1980) whose metric is the tridiagonal precision of each state's path, so that the few
/// directions which plain alternation crawls along, the scale and slow drifts, are found from the last steps.
/// The log posterior never falls, given the walk's variance. O(votes) an iteration; the same bytes at any number of
/// threads.
[[nodiscard]] IdealPointMode posterior_mode(const VotePanel& panel, IdealPointParameters start,
                                            const ModeOptions& options);

/// Variance of the walk where the marginal posterior of log omega has its top, states' paths integrated out, given the
/// items and the quadratic approximation of the votes' log likelihood at theta: each node is observed once, at
/// theta + gradient / curvature with variance 1 / curvature (the working response of penalised quasi-likelihood,
/// Breslow & Clayton 1993), and the Kalman filter gives the density of a path (Schweppe 1965). omega ~ half-normal(0,
/// 0.5), as for the sampler; omega2 is sought between 1e-4 and 10.
///
/// The variance has no meaning apart from the scale of theta, which at a joint mode of states and items is not that of
/// the posterior (0.05 suits theta of variance 1): so it is estimated at the mode for the mode.
/// @param likelihood  gradient and curvature of the votes of each node
/// @returns priors.omega2 when no state is there in two sessions. O(nodes)
[[nodiscard]] double walk_variance_estimate(const VotePanel& panel, std::span<const double> theta,
                                            std::span<const NodeTerm> likelihood, IdealPointPriors priors);

/// Moves the items to their conditional mode given theta. @returns log posterior of the votes and items
/// @param trusted_gain  a Newton step that promises less than this is taken without looking
double fit_items(const VotePanel& panel, std::span<const double> theta, std::vector<ItemParameters>& items,
                 const IdealPointPriors& priors, unsigned threads, double trusted_gain = 1e-9, const Work& work = {});

}  // namespace tarazy
