#pragma once

#include "study/multiverse.hpp"

namespace tarazy {

/// For universes that are too many to be judged all: Sobol's sequence, scrambled by Owen (1995).
[[nodiscard]] UniversePoints universe_points();

}  // namespace tarazy
