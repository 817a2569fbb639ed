#pragma once

#include "base/ranks.hpp"
#include "base/work.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// A number held against its draws under a null.
struct NullStanding {
    double expected = 0;      ///< mean of the draws
    double sd = 0;            ///< of the draws (divisor draws - 1); 0 where all are equal
    std::optional<double> z;  ///< (observed - expected) / sd; none where sd = 0
    std::optional<double> p;  ///< upper tail, (1 + above + equal / 2) / (draws + 1); none where sd = 0
};

struct NullDraws {
    std::vector<NullStanding> standings;  ///< one a number
    std::size_t draws = 0;
    std::vector<double> kept;  ///< draws x kept numbers, in the order asked for
};

struct NullOptions {
    std::size_t draws = 999;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    std::vector<std::size_t> keep = {};  ///< numbers whose every draw is wanted, by place
    Work work = {};
};

/// Writes the numbers of one draw. Made anew for every block of draws, so that it may own what it works with.
using NullDraw = std::function<void(std::uint64_t draw, std::span<double> numbers)>;

/// Holds numbers against draws of them. Numbers that differ by less than 1e-9 of the larger count as equal, since they
/// may be sums in another order. The same bytes at any number of threads.
/// @param maker  makes what draws. O(draws x (numbers + cost of a draw)), memory O(32 x numbers)
[[nodiscard]] NullDraws hold_against_null(std::span<const double> observed, const NullOptions& options,
                                          std::string_view what, const std::function<NullDraw()>& maker);

}  // namespace tarazy
