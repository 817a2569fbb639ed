#pragma once

#include "base/random.hpp"
#include "base/work.hpp"
#include "network/bit_matrix.hpp"

#include <cstdint>
#include <functional>
#include <optional>

namespace tarazy {

/// Curveball (Strona, Nappo, Boccacci, Fattorini & San-Miguel-Ayanz 2014, Nature Communications 5:4114): two rows taken
/// at random pool what only one of them has, and each gets as many as before, at random. All margins stay. The chain is
/// uniform over all matrices with these margins (Carstens 2015, Physical Review E 91:042812).
/// @param closed  cells that are always 0; an empty matrix for none. They are never filled; all margins stay and the
/// chain stays uniform over what it reaches, but whether it reaches every matrix is proved only without such cells
/// O(trades x columns/64 + ties traded)
void curveball_trades(BitMatrix& ties, const BitMatrix& closed, std::size_t trades, Random& random);

struct CurveballDraws {
    std::size_t draws = 999;
    /// Trades before each draw, which all begin at the observed matrix; by default five a row, the rule of Strona et
    /// al.
    std::optional<std::size_t> trades = std::nullopt;
    std::uint64_t seed = 1;
    unsigned threads = 0;  ///< 0 = all cores
    Work work = {};
};

/// Hands on matrices with the margins of the observed one, each from a random stream of its own, so that they are the
/// same at any number of threads. @param draw  called once for each draw, from several threads and in any order; must
/// write only to what belongs to the draw. @throws Interrupted
void curveball_draws(const BitMatrix& ties, const BitMatrix& closed, const CurveballDraws& how,
                     const std::function<void(std::size_t number, const BitMatrix& ties)>& draw);

}  // namespace tarazy
