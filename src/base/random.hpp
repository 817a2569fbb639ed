#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tarazy {

/// The block function of Philox4x64-10 (Salmon, Moraes, Dror & Shaw, SC'11; Random123): four words that depend on
/// counter and key alone. For what is drawn by its place (a scramble, a shock of one year) and not one after the other.
[[nodiscard]] std::array<std::uint64_t, 4> philox_block(const std::array<std::uint64_t, 4>& counter,
                                                        const std::array<std::uint64_t, 2>& key);

/// Uniform on (0, 1): the middle of the one of 2^53 equal cells that the upper bits of the word name. Never 0, never 1.
[[nodiscard]] constexpr double uniform_of_word(std::uint64_t word) {
    return (static_cast<double>(word >> 11) + 0.5) * 0x1.0p-53;
}

/// Counter-based random numbers: Philox4x64-10 (Salmon, Moraes, Dror & Shaw, SC'11), from Random123.
///
/// A stream is named by (seed, purpose, replicate), so that the numbers of one replicate do not depend on
/// which thread draws them or on what was drawn before. Usable with the distributions of <random>, but
/// those differ between standard libraries: results that are printed use the members below.
class Random {
public:
    using result_type = std::uint64_t;

    /// @param purpose    what the numbers are for, e.g. "bootstrap roll calls"; part of the key
    /// @param replicate  number of the replicate, chain or draw
    Random(std::uint64_t seed, std::string_view purpose, std::uint64_t replicate);

    [[nodiscard]] std::uint64_t operator()();
    static constexpr std::uint64_t min() { return 0; }
    static constexpr std::uint64_t max() { return ~std::uint64_t{0}; }

    /// Uniform on (0, 1): never 0, never 1.
    [[nodiscard]] double uniform();
    /// Uniform on {0, ..., n-1} without modulo bias (Lemire 2019). @pre n > 0
    [[nodiscard]] std::uint64_t below(std::uint64_t n);

private:
    std::array<std::uint64_t, 2> key_;
    std::array<std::uint64_t, 4> counter_;
    std::array<std::uint64_t, 4> block_{};
    unsigned used_ = 4;
};

}  // namespace tarazy
