#include "stats/squarable.hpp"

#include <cmath>

namespace tarazy {
namespace {

constexpr double largest_squarable = 1e150, smallest_squarable = 1e-150;

}  // namespace

bool squarable(double value) noexcept {
    const double size = std::abs(value);
    return size == 0 || (size >= smallest_squarable && size <= largest_squarable);
}

const char* why_not_squarable(double value) noexcept {
    return std::abs(value) < 1 ? "too small to be squared" : "too large to be squared";
}

}  // namespace tarazy
