#include "simulate/designs/sobol_sequence.hpp"

#include "base/error.hpp"
#include "base/random.hpp"

#include <boost/random/sobol.hpp>

#include <algorithm>
#include <bit>
#include <cassert>
#include <string>

namespace tarazy {
namespace {

std::vector<std::uint64_t> joe_kuo_directions(std::size_t dimensions) {
    if (dimensions > SobolSequence::most_dimensions)
        throw LimitError("the Sobol sequence has directions for " + std::to_string(SobolSequence::most_dimensions) +
                         " dimensions; " + std::to_string(dimensions) + " are asked for");
    // In Gray-code order the points of number 2^k - 1 and 2^k differ by the direction of bit k. The engine leaves out
    // point 0, so that seed n is followed by point n + 1.
    boost::random::sobol engine(dimensions);
    std::vector<std::uint64_t> directions(SobolSequence::bits * dimensions);
    for (unsigned bit = 0; bit < SobolSequence::bits; ++bit) {
        const std::span<std::uint64_t> out = std::span(directions).subspan(bit * dimensions, dimensions);
        const std::uint64_t number = std::uint64_t{1} << bit;
        if (bit > 0) {
            engine.seed(number - 2);
            std::ranges::generate(out, [&] { return engine(); });
        } else {
            engine.seed();
        }
        for (std::uint64_t& direction : out) direction ^= engine();
    }
    return directions;
}

}  // namespace

SobolSequence::SobolSequence(std::size_t dimensions)
    : dimensions_(dimensions), directions_(joe_kuo_directions(dimensions)) {}

void SobolSequence::point(std::uint64_t number, std::span<std::uint64_t> out) const {
    assert(number >> bits == 0 && out.size() == dimensions_);
    std::ranges::fill(out, 0);
    for (std::uint64_t gray = number ^ (number >> 1); gray != 0; gray &= gray - 1) {
        const std::size_t bit = static_cast<std::size_t>(std::countr_zero(gray));
        const std::uint64_t* direction = directions_.data() + bit * dimensions_;
        for (std::size_t d = 0; d < dimensions_; ++d) out[d] ^= direction[d];
    }
}

std::uint64_t owen_scrambled(std::uint64_t fraction, std::uint64_t seed, std::uint64_t dimension) {
    std::uint64_t scrambled = fraction;
    // A block of 256 random bits holds the 255 flips of a subtree eight bits deep, numbered as a heap.
    for (unsigned depth = 0; depth < 56; depth += 8) {
        const std::uint64_t prefix = depth == 0 ? 0 : fraction >> (64 - depth);
        const auto flips = philox_block({depth, prefix, 0, 0}, {seed, dimension});
        std::uint64_t node = 1;
        for (unsigned bit = 0; bit < 8; ++bit) {
            const unsigned shift = 63 - depth - bit;
            scrambled ^= (flips[node >> 6] >> (node & 63U) & 1U) << shift;
            node = node << 1 | (fraction >> shift & 1U);
        }
    }
    return scrambled;
}

std::vector<double> sobol_points(std::size_t count, std::size_t dimensions, Scramble scramble, std::uint64_t seed) {
    if (count >> SobolSequence::bits != 0)
        throw LimitError("a sample of the Sobol sequence has fewer than 2^32 points");
    const SobolSequence sequence(dimensions);
    std::vector<std::uint64_t> point(dimensions);
    std::vector<double> points;
    points.reserve(count * dimensions);
    for (std::size_t number = 0; number < count; ++number) {
        sequence.point(number, point);
        for (std::size_t d = 0; d < dimensions; ++d) {
            points.push_back(scramble == Scramble::owen ? uniform_of_word(owen_scrambled(point[d], seed, d))
                                                        : static_cast<double>(point[d] >> 11) * 0x1.0p-53);
        }
    }
    return points;
}

}  // namespace tarazy
