#pragma once

#include "base/random.hpp"
#include "simulate/bargain/actors.hpp"

namespace tarazy {

/// Actors with drawn numbers, for tests and benchmarks of many.
inline BargainActors invented_actors(std::size_t count, std::size_t issues, std::uint64_t seed) {
    Random random(seed, "invented actors", count * 100 + issues);
    BargainActors actors;
    for (std::size_t d = 0; d < issues; ++d) actors.issues.push_back("issue" + std::to_string(d + 1));
    for (std::size_t i = 0; i < count; ++i) {
        actors.names.push_back("a" + std::to_string(i + 1));
        actors.descriptions.emplace_back();
        actors.capability.push_back(1 + 99 * random.uniform());
        for (std::size_t d = 0; d < issues; ++d) {
            actors.position.push_back(static_cast<double>(random.below(10001)) / 100);
            actors.salience.push_back((0.05 + 0.95 * random.uniform()) / static_cast<double>(issues));
        }
    }
    return actors;
}

}  // namespace tarazy
