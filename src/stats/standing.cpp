#include "stats/standing.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tarazy {
namespace {

constexpr double equality_tolerance = 1e-12;

}  // namespace

Standing standing_among(double number, std::span<const double> others) {
    assert(!others.empty());
    double below = 0, above = 0;
    for (const double other : others) {
        const double scale = std::max({1.0, std::abs(number), std::abs(other)});
        if (std::abs(number - other) <= equality_tolerance * scale) {
            below += 0.5;
        } else if (other < number) {
            ++below;
        } else {
            ++above;
        }
    }
    return {below / static_cast<double>(others.size()), 1 + above};
}

}  // namespace tarazy
