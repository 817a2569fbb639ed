#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Joint draws of one composition over the poles. A composition that is measured without error has one draw, which
/// stands for every draw of the others (`at`).
struct CompositionDraws {
    std::vector<double> parts;  ///< draw * poles + pole, every part above 0, each row adding up to 1
    std::size_t poles = 0;

    [[nodiscard]] std::size_t draws() const { return parts.size() / poles; }
    [[nodiscard]] std::span<const double> at(std::size_t draw) const {
        return std::span(parts).subspan(draws() == 1 ? 0 : draw * poles, poles);
    }
};

/// Each row closed. Nothing when any part of any draw is not a finite number above 0: a pole counts as known only when
/// it is known in every draw, since leaving draws out would make the intervals conditional on its being known.
[[nodiscard]] std::optional<CompositionDraws> composition_draws(std::span<const double> closeness, std::size_t poles);

/// Centre of several compositions draw by draw (`aitchison_centre`): draw d of one goes with draw d of every other, so
/// that what moves together stays together. @pre one or D draws each, the same D; weights of a positive sum.
/// O(draws x compositions x poles).
[[nodiscard]] CompositionDraws joint_centre(std::span<const CompositionDraws> compositions,
                                            std::span<const double> weights);

/// The most draws among several compositions (1 when none has an error). @pre all have one draw or the same number
[[nodiscard]] std::size_t joint_draws(std::span<const CompositionDraws> compositions);

/// Index of the largest part; nothing when two are equally large.
[[nodiscard]] std::optional<std::size_t> largest_part(std::span<const double> composition);

/// One figure of the balance and how far the draws spread around it.
struct BalanceQuantity {
    std::string quantity;
    std::string poles;  ///< "RUS", "RUS-CHN", "RUS|CHN", "RUS,CHN|WEST" or empty
    double value = 0;   ///< median over the draws; for `closer` and `nearest` the probability
    double q05 = 0;     ///< 90% interval of the draws (type 7 quantiles); NaN with one draw
    double q95 = 0;
    double p_positive = 0;   ///< share of the draws above 0, of tilts; otherwise NaN
    double weights_q05 = 0;  ///< over weights of the domains (see weight_sensitivity.hpp); NaN where none were drawn
    double weights_q95 = 0;
};

/// Median and 90% interval of the draws of one figure; NaN in all cells when there is no draw. O(draws) on average.
[[nodiscard]] BalanceQuantity spread(std::string quantity, std::string poles, std::span<const double> draws,
                                     bool is_signed = false);

/// Names of the tilts in the order of `ilr`: "RUS|CHN", "RUS,CHN|WEST".
[[nodiscard]] std::vector<std::string> tilt_names(std::span<const std::string> poles);

/// What is told of any composition, in this order:
/// share     a pole: its part
/// evenness  see composition.hpp
/// tilt      ilr coordinates, `p_positive` = probability that it leans to the poles named first
/// closer    a pair: probability that the first pole's part is larger than the second's; equal parts count half
/// nearest   a pole: probability that its part is the largest; poles that are equally large share the draw
/// With one draw the probabilities are 0, 1 or, when parts are equal, between. O(draws x poles^2 + draws log draws).
[[nodiscard]] std::vector<BalanceQuantity> describe(const CompositionDraws& composition,
                                                    std::span<const std::string> poles);

}  // namespace tarazy
