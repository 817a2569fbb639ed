#pragma once

#include "align/votes/vote_panel.hpp"

#include <array>
#include <span>
#include <vector>

namespace tarazy {

inline constexpr double omega_prior_variance = 0.25;  ///< omega ~ half-normal(0, 0.5) where it is estimated

/// Dynamic ordinal ideal points (Bailey, Strezhnev & Voeten 2017, with the random walk of Martin & Quinn 2002 in both
/// directions): y* = beta_j theta_it + e, e ~ N(0,1), cut at gamma1_j and gamma2_j = gamma1_j + exp(delta_j).
/// theta of a state's first session ~ N(0, first_variance); of a later one ~ N(theta of its session before,
/// omega2 * sessions between): gaps widen the walk. beta ~ N(0, slope_variance), gamma1 ~ N(0, cut_variance),
/// delta ~ N(0, log_gap_variance).
struct IdealPointPriors {
    double omega2 = 0.05;
    double first_variance = 1;
    double slope_variance = 1;
    double cut_variance = 25;
    double log_gap_variance = 25;
};

/// beta, gamma1 and delta of an item. Where two categories occur there is one cut point: delta is 0 and no parameter.
struct ItemParameters {
    double slope = 0;
    double cut = 0;
    double log_gap = 0;
};

/// A point of the parameter space. Shapes: a theta a node, three numbers an item.
struct IdealPointParameters {
    std::vector<double> theta;
    std::vector<ItemParameters> items;
};

/// log posterior of one item's parameters given theta, with its derivatives in (beta, gamma1, delta).
struct ItemTerm {
    double value = 0;
    std::array<double, 3> gradient{};
    std::array<double, 6> hessian{};  ///< bb, bc, bd, cc, cd, dd
};
[[nodiscard]] ItemTerm item_term(const VotePanel& panel, std::size_t item, std::span<const double> theta,
                                 const ItemParameters& parameters, const IdealPointPriors& priors);

/// An item as the votes of a state meet it: exp is taken once an item, not once a vote.
struct ItemCuts {
    double slope = 0, cut = 0, gap = 0;  ///< gap between the cut points, 0 where there is one
};
[[nodiscard]] std::vector<ItemCuts> item_cuts(const VotePanel& panel, std::span<const ItemParameters> items);

/// Derivatives of the votes of one node by its theta.
struct NodeTerm {
    double gradient = 0;
    double curvature = 0;  ///< minus the second derivative, >= 0
};
[[nodiscard]] NodeTerm node_term(const VotePanel& panel, std::size_t node, double theta,
                                 std::span<const ItemCuts> items);

/// Variance of the step from the node before to `node`, or of the first node of a state.
[[nodiscard]] double walk_variance(const VotePanel& panel, std::size_t node, const IdealPointPriors& priors);

/// log density of the paths under the random walk.
[[nodiscard]] double walk_log_density(const VotePanel& panel, std::span<const double> theta,
                                      const IdealPointPriors& priors);

/// First node of each state, and the number of nodes at the end.
[[nodiscard]] std::vector<std::size_t> path_begins(const VotePanel& panel);

/// Does any member have a step from one session to a later one, so that the walk's variance means something?
[[nodiscard]] bool has_steps(const VotePanel& panel);

/// Mean and standard deviation over all nodes, and the sign: the scale on which results are told. The positive
/// anchor's mean lies above the negative anchor's; states that are not there leave the sign as it is.
struct Standardisation {
    double mean = 0;
    double scale = 1;  ///< standard deviation, negative when the sign is turned
    [[nodiscard]] double operator()(double theta) const { return (theta - mean) / scale; }
};
[[nodiscard]] Standardisation standardisation(const VotePanel& panel, std::span<const double> theta,
                                              int positive_anchor, int negative_anchor);
/// The same for a draw, turned to run along `reference` (standardised positions, such as the mode's) instead of by its
/// own anchors: where these lie near each other they change places between draws, and chains may lie in mirrored modes.
[[nodiscard]] Standardisation standardisation_along(std::span<const double> theta, std::span<const double> reference);
/// Positions on a scale, to be the reference of draws.
[[nodiscard]] std::vector<double> standardised(std::span<const double> theta, const Standardisation& standard);

}  // namespace tarazy
