#pragma once

#include "simulate/designs/design.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// Trajectories of Morris (1991, section 3): each begins at a random point of a grid of `levels` levels a side and
/// moves each input once, in random order, by levels/(2(levels - 1)) of its range, up or down. trajectories x (inputs +
/// 1) rows in the unit cube. Trajectory t depends on (seed, t) alone. O(rows x inputs).
/// @pre levels even, at least 2
[[nodiscard]] std::vector<double> morris_points(std::size_t trajectories, std::size_t inputs, unsigned levels,
                                                std::uint64_t seed);

/// The step between the two levels of an input, as a share of its range.
[[nodiscard]] constexpr double morris_step(unsigned levels) noexcept {
    return levels / (2.0 * (levels - 1));
}

/// Which input each row has moved; nothing for the first of a trajectory.
struct MorrisLayout {
    std::size_t trajectories = 0, inputs = 0;
    std::vector<std::size_t> moved;  ///< trajectories x inputs
    std::vector<bool> upwards;       ///< the same
};

/// Reads the layout from the values: each row of a trajectory differs from the one before in one input, and each input
/// moves once. O(rows x inputs). @throws InputError that names the runs that do not fit
[[nodiscard]] MorrisLayout morris_layout(const Design& design);

/// `start`, or the name of the input that the row has moved.
[[nodiscard]] std::vector<std::string> morris_blocks(const MorrisLayout& layout,
                                                     const std::vector<std::string>& inputs);

}  // namespace tarazy
