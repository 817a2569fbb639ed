#include "analyses/simulate/universe_points.hpp"

#include "simulate/designs/sobol_sequence.hpp"

namespace tarazy {

UniversePoints universe_points() {
    return [](std::size_t count, std::size_t dimensions, std::uint64_t seed) {
        return sobol_points(count, dimensions, Scramble::owen, seed);
    };
}

}  // namespace tarazy
