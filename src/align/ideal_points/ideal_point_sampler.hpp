#pragma once

#include "align/ideal_points/ideal_point_draws.hpp"

#include <optional>

namespace tarazy {

struct SamplerOptions {
    IdealPointPriors priors;    ///< omega2 is where the walk's variance starts
    bool sample_omega2 = true;  ///< omega ~ half-normal(0, 0.5); else it stays at `priors.omega2`
    std::size_t chains = 4;
    std::size_t warmup = 250;
    std::size_t draws = 750;  ///< kept, a chain
    std::uint64_t seed = 1;
    int positive_anchor = 2, negative_anchor = 365;
    bool standardise = true;  ///< false keeps the scale of the model, for simulation-based calibration
    unsigned threads = 0;
    Work work = {};
};

struct SampledIdealPoints {
    IdealPointDraws draws;
    std::vector<double> log_posterior;  ///< chain after chain
    std::vector<double> omega2;         ///< likewise
};

/// log posterior of theta (a node), item parameters (3 an item) and log omega, and its gradient.
/// One pass over the votes.
[[nodiscard]] double log_posterior(const VotePanel& panel, const IdealPointPriors& priors, double log_omega,
                                   std::span<const double> theta, std::span<const double> items,
                                   std::span<double> theta_gradient, std::span<double> item_gradient,
                                   double& omega_gradient);

/// Draws from the joint posterior of states, items and omega by Hamiltonian Monte Carlo (Duane et al. 1987; Neal 2011)
/// in coordinates whitened by the precision, first at the mode, then at the mean of the first part of the warm-up.
/// There the posterior is nearly standard normal, so that its normal part is followed exactly, as a rotation, and only
/// the rest of the gradient kicks (split Hamiltonian: Shahbaba, Lan, Johnson & Neal 2014): few gradients a draw. Items
/// on which a kind of vote is very rare follow theta and move by steps of their own; scale and place of all positions,
/// which leave the likelihood as it is, are drawn from their conditional distributions (ideal_point_moves.hpp), and
/// those of a few sessions move by steps of their own (session_moves.hpp).
/// Trajectories last between 0.45 and 0.75 pi; the step is tuned to an acceptance of 0.8 in the warm-up only (dual
/// averaging, Hoffman & Gelman 2014). Each chain has its own stream of random numbers: the same bytes at any number of
/// threads. O((chains) (warmup + draws) (votes + factor) gradients a draw).
/// @pre `mode` is a mode under `options.priors`
[[nodiscard]] SampledIdealPoints sample_ideal_points(const VotePanel& panel, const IdealPointParameters& mode,
                                                     const SamplerOptions& options);

}  // namespace tarazy
