#pragma once

#include "simulate/designs/design.hpp"
#include "simulate/designs/sobol_sequence.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// Points of Saltelli (2010): a base sequence of 2D columns gives rows A (its first D) and B (its last D). Base row
/// after base row stand A, then AB_1 .. AB_D (A with one column of B), with `pairs` BA_1 .. BA_D (B with one column of
/// A), then B. base x (D + 2) rows, with pairs base x (2D + 2), in the unit cube. O(rows x D).
/// @pre base is a power of two, inputs > 0
[[nodiscard]] std::vector<double> saltelli_points(std::size_t base, std::size_t inputs, bool pairs, Scramble scramble,
                                                  std::uint64_t seed);

/// What each of these rows is: `A`, `AB:<input>`, `BA:<input>`, `B`.
[[nodiscard]] std::vector<std::string> saltelli_blocks(std::size_t base, const std::vector<std::string>& inputs,
                                                       bool pairs);

struct SaltelliLayout {
    std::size_t base = 0, inputs = 0;
    bool pairs = false;

    [[nodiscard]] std::size_t block_length() const noexcept { return pairs ? 2 * inputs + 2 : inputs + 2; }
};

/// Reads the layout from the values themselves: in every base row each AB must be A but for one column of B. Where both
/// layouts fit, the one with pairs is taken when the design's kind says so. O(rows x inputs).
/// @throws InputError that names the first run that does not fit
[[nodiscard]] SaltelliLayout saltelli_layout(const Design& design);

}  // namespace tarazy
