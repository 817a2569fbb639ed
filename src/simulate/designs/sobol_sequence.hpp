#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

/// Sobol's low-discrepancy sequence (Sobol 1967) in the order of Antonov & Saleev (1979), with the direction numbers of
/// Joe & Kuo (2008), "new-joe-kuo-6", as Boost.Random carries them. The first point, 0, is kept: with it the first 2^m
/// points are a digital net (Owen 2020).
class SobolSequence {
public:
    static constexpr std::size_t most_dimensions = 3667;
    static constexpr unsigned bits = 32;  ///< 2^32 points

    /// O(32 dimensions). @throws LimitError for more than `most_dimensions`; @pre dimensions > 0
    explicit SobolSequence(std::size_t dimensions);

    [[nodiscard]] std::size_t dimensions() const noexcept { return dimensions_; }
    /// The point of that number, a 64-bit fraction a dimension; any point by itself, in O(dimensions log number).
    /// @pre number < 2^32, out.size() == dimensions()
    void point(std::uint64_t number, std::span<std::uint64_t> out) const;

private:
    std::size_t dimensions_;
    std::vector<std::uint64_t> directions_;  ///< bit by bit, a number a dimension
};

/// Owen's (1995) nested uniform scramble of a base-2 fraction: whether a bit is flipped is drawn for each prefix of the
/// bits before it, by Philox with key (seed, dimension); so points keep their scramble whatever else is drawn. The
/// first 56 bits.
[[nodiscard]] std::uint64_t owen_scrambled(std::uint64_t fraction, std::uint64_t seed, std::uint64_t dimension);

enum class Scramble { none, owen };

/// The first `count` points, row by row, in [0, 1) unscrambled and in (0, 1) scrambled. O(count x dimensions).
/// @throws LimitError beyond 2^32 points or `most_dimensions`
[[nodiscard]] std::vector<double> sobol_points(std::size_t count, std::size_t dimensions, Scramble scramble,
                                               std::uint64_t seed);

/// Is it 1, 2, 4, 8, ...?
[[nodiscard]] constexpr bool is_power_of_two(std::uint64_t n) noexcept {
    return n != 0 && (n & (n - 1)) == 0;
}

}  // namespace tarazy
