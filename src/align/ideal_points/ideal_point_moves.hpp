#pragma once

#include "align/ideal_points/ideal_point_precision.hpp"
#include "base/random.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

// Moves of the sampler that leave theta standing still, or the likelihood.

/// Random walk Metropolis for each item while theta stands still (Cowles 1996). The walk's covariance is learnt in the
/// warm-up: where a kind of vote is rare the posterior has a steep wall on one side and the wide prior on the other,
/// of which the curvature at the mode tells little.
class ItemMoves {
public:
    explicit ItemMoves(const VotePanel& panel);

    /// Whether an item may move with the trajectory: not where a kind of vote is so rare that its wall would make the
    /// trajectory's steps small. Such an item makes more steps of its own.
    [[nodiscard]] bool in_trajectory(std::size_t item) const;

    /// Takes in the items' whitened coordinates after the m-th transition of the warm-up.
    void learn(std::span<const double> z, std::size_t m);

    /// O(votes x steps).
    void move(IdealPointVectors& parameters, const IdealPointPrecision& metric, const IdealPointPriors& priors,
              Random& random);

private:
    const VotePanel& panel_;
    std::vector<std::int64_t> rarest_;
    std::vector<std::array<double, 3>> mean_;
    std::vector<std::array<double, 6>> moments_;  ///< sums of products: 11, 21, 22, 31, 32, 33
    std::vector<std::array<double, 6>> factor_;   ///< Cholesky factor of the covariance, the same order
    double seen_ = 0;
    std::size_t turn_ = 0;
};

/// Draws along the two directions that leave every vote's probability as it is: theta -> a theta, slope -> slope / a
/// (with omega standing still, then with omega -> a omega), and theta -> theta + b, cut -> cut + slope b. Only priors
/// and volume decide: log a by random walk steps on its closed density, b from its normal distribution. Without them
/// scale and place of all positions wander slowly (compare Liu & Sabatti 2000, generalised Gibbs moves).
/// O(nodes + items).
void affine_moves(const VotePanel& panel, const IdealPointPriors& priors, bool sample_omega,
                  IdealPointVectors& parameters, double& log_omega, Random& random);

}  // namespace tarazy
