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

/// Random walk Metropolis for omega while the steps of every path, in units of omega, stand still: omega -> a omega and
/// theta -> m + a (theta - m), m the mean of the path. The density of the steps and the volume cancel; the votes, the
/// prior of each first position and that of omega decide. Where the votes tell little of the steps, the trajectory,
/// which holds the steps themselves, moves omega slowly, and this quickly; where they tell much it is the other way
/// round (Yu & Meng 2011, interweaving of the two). The width is learnt in the warm-up.
class WalkMoves {
public:
    explicit WalkMoves(const VotePanel& panel);

    /// O(votes).
    void move(IdealPointVectors& parameters, double& log_omega, const IdealPointPriors& priors, Random& random);
    /// Takes in how often the moves since the last time were accepted, after the m-th transition of the warm-up.
    void learn(std::size_t m);

private:
    [[nodiscard]] double value(const IdealPointVectors& at, double log_omega, const IdealPointPriors& priors) const;

    const VotePanel& panel_;
    std::vector<std::size_t> paths_;  ///< first node of each, and the number of nodes
    double log_width_ = -1;
    double accepted_ = 0;
};

}  // namespace tarazy
