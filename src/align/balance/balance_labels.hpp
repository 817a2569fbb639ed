#pragma once

#include "align/balance/composition_draws.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Where balance lies (hedge decomposition, see composition.hpp) and what a state-year may be called.
///
/// The thresholds come from the meaning of the scale. Equidistance ends where one pole has twice what each of the
/// others has: for three poles shares (1/2, 1/4, 1/4), where one outweighs the two others together, with evenness
/// 0.946. For a given largest share evenness is greatest when the others are equal, so evenness of at least this value,
/// rounded up to the next hundredth, leaves no pole twice the mean of the others.
/// The threshold of specialisation is what is left to 1: since H_total = H_within + H_between is 1 at most, a state
/// that is even in every domain cannot pass it, whatever the number of domains. For three poles and two domains of
/// equal weight 0.05 is passed when in each domain another pole holds at least 0.524, the rest being parted equally:
/// each of two domains leans on a pole of its own that outweighs the others together.

/// 0.92 for two poles, 0.95 for three, 0.97 for four. @pre two poles or more
[[nodiscard]] double equidistance_threshold(std::size_t poles);

struct LabelThresholds {
    double evenness = 0.95;  ///< equidistant from here on
    double between = 0.05;   ///< specialised above this
};

struct LabelProbabilities {
    double equidistant = 0;  ///< evenness of at least the threshold in every domain
    double specialised = 0;  ///< H_between above its threshold, and two domains whose nearest poles differ
    /// A pole: it alone is nearest in every domain, and evenness of the centre is below its threshold.
    std::vector<double> aligned;
};

struct HedgeDraws {
    std::vector<double> total, within, between;  ///< one a draw, each divided by log P
    LabelProbabilities probabilities;            ///< share of the draws in which the condition holds
};

/// Decomposition and conditions draw by draw. A domain with two poles equally near has no nearest pole: it neither
/// agrees with the other domains nor differs from them. @param overall  `joint_centre` of the same domains and weights
/// @pre weights above 0. O(draws x domains x poles).
[[nodiscard]] HedgeDraws hedge_draws(std::span<const CompositionDraws> domains, std::span<const double> weights,
                                     const CompositionDraws& overall, const LabelThresholds& thresholds);

/// "equidistant", "specialised" or "aligned:<pole>", the first whose probability reaches `needed`; else empty. The
/// three exclude one another in a draw but for one corner (every domain even, yet the centre not), hence the order.
[[nodiscard]] std::string balance_label(const LabelProbabilities& probabilities, std::span<const std::string> poles,
                                        double needed);

}  // namespace tarazy
