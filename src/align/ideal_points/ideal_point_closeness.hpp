#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// From positions on one dimension (ideal points of a session) to closeness. Positions have no unit; the distance h
/// that is typical of the session makes them comparable between sessions.

/// Median of |a - b| over all pairs of positions; for an even number of pairs the mean of the two in the middle.
/// NaN positions (states without a position in this session) are left out. Nothing below two positions; 0 when more
/// than half of the pairs coincide. Exact: narrows the distances down, counting pairs in the sorted positions, and
/// selects among the few that are left. O(n log n) for positions without great masses on one point, O(n^2) at worst.
[[nodiscard]] std::optional<double> median_pairwise_distance(std::span<const double> positions);

/// Position of a pole: the mean of its members' positions, those without one (NaN) left out; NaN when none has one.
/// A state is not compared with itself: leave it out of the members of its own pole.
[[nodiscard]] double pole_position(std::span<const double> members);

/// Closeness of a state to each pole, exp(-|theta - theta_p| / h), in (0, 1]: 1 = same position, 1/e = as far apart as
/// the median pair of states. NaN where the state, the pole or h is not known or h is not above 0. O(poles).
[[nodiscard]] std::vector<double> ideal_point_closeness(double state, std::span<const double> poles, double h);

/// Tension: the mean of |theta_p - theta_q| / h over all pairs of poles. 0 = the poles agree, so that being equally
/// near to all of them is no hedging; 1 = they are as far apart as the median pair of states. NaN when a pole or h is
/// not known. O(poles^2).
[[nodiscard]] double pole_tension(std::span<const double> poles, double h);

/// Joint draws of all positions in one session.
struct SessionPositions {
    std::vector<double> theta;  ///< draw * states + state; NaN = the state has no position in this session
    std::size_t states = 0;

    [[nodiscard]] std::size_t draws() const { return states == 0 ? 0 : theta.size() / states; }
};

struct SessionCloseness {
    std::vector<std::vector<double>> closeness;  ///< one a wanted state: draw * poles + pole, as `DomainDraws` has it
    std::vector<double> tension;                 ///< one a draw
};

/// Closeness of several states to the poles draw by draw, h being the median pairwise distance of the same draw times
/// `bandwidth` (0.5 and 2 for a test of robustness). A wanted state that is a member of a pole is left out of its own
/// pole; the tension is that of the poles with all their members. @param wanted, members  indices of states.
/// O(draws x (states log states + wanted x members)).
[[nodiscard]] SessionCloseness session_closeness(const SessionPositions& session, std::span<const std::size_t> wanted,
                                                 std::span<const std::vector<std::size_t>> members,
                                                 double bandwidth = 1, const Work& work = {});

}  // namespace tarazy
