#pragma once

#include "simulate/designs/design.hpp"
#include "simulate/scenario/input_space.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// Runs for Shapley effects (Song, Nelson & Staum 2016). First `variance_runs` of all inputs, for the
/// variance of the outcome. Then, for each of `permutations` orders of the inputs and each of its beginnings J (without
/// the whole), the other inputs are drawn once and those of J `inner` times given them, so that the variance within is
/// one of E[Var(Y | X_-J)]. Where there are no more orders than `permutations`, all are taken in turn; else each is
/// drawn. variance_runs + permutations x (inputs - 1) x inner rows, of values; correlations are kept. Permutation p
/// depends on (seed, p) alone. O(rows x inputs^2).
/// @pre at least 2 inputs, inner >= 2
[[nodiscard]] Design shapley_design(const InputSpace& space, std::size_t variance_runs, std::size_t permutations,
                                    std::size_t inner, std::uint64_t seed);

struct ShapleyLayout {
    std::size_t variance_runs = 0, permutations = 0, inner = 0;
    std::vector<std::size_t> orders;  ///< permutations x inputs
};

/// Reads the layout from the blocks (`V`, or the inputs of J in their order: `b>a`), and holds the values to it: within
/// one draw the others do not change. @throws InputError that names the run
[[nodiscard]] ShapleyLayout shapley_layout(const Design& design);

}  // namespace tarazy
