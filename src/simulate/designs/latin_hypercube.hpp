#pragma once

#include <cstdint>
#include <vector>

namespace tarazy {

/// Latin hypercube sample (McKay, Beckman & Conover 1979, section 2.3): of each dimension one point in each of `count`
/// equal strata, at random within it; the strata of the dimensions are paired at random. Row by row, in (0, 1). Each
/// dimension depends on (seed, dimension) alone. O(count x dimensions).
[[nodiscard]] std::vector<double> latin_hypercube(std::size_t count, std::size_t dimensions, std::uint64_t seed);

/// Independent points, row by row, in (0, 1); point r depends on (seed, r) alone.
[[nodiscard]] std::vector<double> random_points(std::size_t count, std::size_t dimensions, std::uint64_t seed);

}  // namespace tarazy
