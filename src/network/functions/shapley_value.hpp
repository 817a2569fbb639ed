#pragma once

#include "base/work.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace tarazy {

/// Most players of `exact_shapley`: 2^20 coalitions.
inline constexpr std::uint32_t most_enumerated_players = 20;

/// The Shapley value of every player (Shapley 1953, A value for n-person games, eq. 12):
/// phi_i = sum over S without i of |S|! (n - |S| - 1)! / n! (v(S + i) - v(S)).
/// @param worth  v of a coalition, a bit a player; v of none is taken as it is given
/// @throws LimitError  more than `most_enumerated_players`
/// O(2^n (n + cost of v)), 8 x 2^n bytes
[[nodiscard]] std::vector<double> exact_shapley(std::uint32_t players,
                                                const std::function<double(std::uint32_t coalition)>& worth,
                                                const Work& work = {});

/// Mean and standard error of each player's marginal contribution over random orders.
struct SampledShapley {
    std::vector<double> values;           ///< they sum to v(all) - v(none), as every order does
    std::vector<double> standard_errors;  ///< sd / sqrt(draws); 0 where every order gave the same
};

/// Adds to the `gains` of each player what it contributed when all came in this order.
using OrderGains = std::function<void(std::span<const std::uint32_t> order, std::span<double> gains)>;

/// The Shapley value from random orders of the players (Castro, Gomez & Tejada 2009, Computers & Operations Research
/// 36:1726). Order number r has a random stream of its own, so that the same seed gives the same bytes at any number of
/// threads. @pre draws > 1. O(draws x (players + cost of gains))
[[nodiscard]] SampledShapley sampled_shapley(std::uint32_t players, const OrderGains& gains_of, std::size_t draws,
                                             std::uint64_t seed, unsigned threads, const Work& work = {});

}  // namespace tarazy
