#pragma once

#include "study/multiverse.hpp"

namespace tarazy {

/// Designs for universes that are too many to be judged all: Sobol's sequence scrambled by Owen (1995), and Saltelli's
/// (2010) layout of it.
[[nodiscard]] UniversePoints universe_points();

}  // namespace tarazy
