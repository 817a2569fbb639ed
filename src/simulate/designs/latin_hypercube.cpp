#include "simulate/designs/latin_hypercube.hpp"

#include "base/random.hpp"

#include <numeric>
#include <utility>

namespace tarazy {

std::vector<double> latin_hypercube(std::size_t count, std::size_t dimensions, std::uint64_t seed) {
    std::vector<double> points(count * dimensions);
    std::vector<std::size_t> stratum(count);
    for (std::size_t d = 0; d < dimensions; ++d) {
        Random random(seed, "latin hypercube", d);
        std::iota(stratum.begin(), stratum.end(), std::size_t{0});
        for (std::size_t left = count; left > 1; --left) std::swap(stratum[left - 1], stratum[random.below(left)]);
        for (std::size_t row = 0; row < count; ++row)
            points[row * dimensions + d] =
                (static_cast<double>(stratum[row]) + random.uniform()) / static_cast<double>(count);
    }
    return points;
}

std::vector<double> random_points(std::size_t count, std::size_t dimensions, std::uint64_t seed) {
    std::vector<double> points;
    points.reserve(count * dimensions);
    for (std::size_t row = 0; row < count; ++row) {
        Random random(seed, "random points", row);
        for (std::size_t d = 0; d < dimensions; ++d) points.push_back(random.uniform());
    }
    return points;
}

}  // namespace tarazy
