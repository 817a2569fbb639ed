#pragma once

#include "align/ideal_points/ideal_point_precision.hpp"
#include "base/random.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace tarazy {

/// Random walk Metropolis along the directions of `affine_moves` for a few sessions in a row: theta -> c + a (theta -
/// c), then theta -> theta + b, for all positions of these sessions. Items that were voted on there alone follow, so
/// that their votes keep their probabilities; items that reach beyond stand still. These, the steps within and at both
/// ends, priors and volume decide (generalised Gibbs moves, Liu & Sabatti 2000). Where few repeated texts tie sessions
/// to one another, their scale is known poorly and would wander slowly.
class SessionMoves {
public:
    /// Windows of 1, 2, 4, .. sessions; the widths of the moves come from the curvature at `around`.
    SessionMoves(const VotePanel& panel, const IdealPointVectors& around, const IdealPointPriors& priors);

    /// One move of scale and one of place of every window.
    /// O(nodes + items + votes on items that reach beyond their window), times the number of lengths of windows.
    void move(IdealPointVectors& parameters, double log_omega, const IdealPointPriors& priors, Random& random) const;

private:
    struct Window {
        int first = 0, last = 0;                                        ///< sessions
        std::vector<std::uint32_t> nodes;                               ///< in them
        std::vector<std::uint32_t> items;                               ///< voted on in them alone
        std::vector<std::pair<std::uint32_t, std::uint32_t>> reaching;  ///< item and vote, cast in them, of the others
        double centre = 0, scale_width = 0, shift_width = 0;
    };
    struct Sums;

    [[nodiscard]] Window window(std::size_t begin, std::size_t end) const;
    [[nodiscard]] Sums sums(const Window& window, const IdealPointVectors& at, double omega2,
                            const IdealPointPriors& priors) const;
    [[nodiscard]] double reaching_votes(const Window& window, const IdealPointVectors& at, double scale,
                                        double shift) const;
    void set_widths(Window& window, const IdealPointVectors& around, const IdealPointPriors& priors) const;
    static void apply(const Window& window, IdealPointVectors& at, double scale, double shift);

    const VotePanel& panel_;
    std::vector<Window> windows_;
};

}  // namespace tarazy
