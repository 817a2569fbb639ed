#pragma once

#include "base/work.hpp"
#include "network/functions/carried_functions.hpp"
#include "network/functions/function_coverage.hpp"
#include "table/table.hpp"

#include <vector>

namespace tarazy {

/// The game of covering functions. Institutions are the players; the worth of a set S of them is
///     v(S) = sum over states i and functions f of min(1, sum_{e in S} m_ie F_ef),
/// with 0 and 1 for weights the number of (state, function) that somebody in S provides.
struct FunctionGame {
    std::vector<std::uint32_t> states;  ///< whose functions are counted
    /// Sample this many orders of the institutions, although the exact value could be had; 0: exact where it can be.
    std::size_t draws = 0;
    std::size_t draws_if_needed = 10'000;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

struct FunctionShapley {
    std::vector<NumberBounds> values;     ///< of each institution; bounds over the memberships that are not known
    std::vector<double> standard_errors;  ///< of `lower` and `upper`, the larger; 0 where exact
    NumberBounds total;                   ///< v of all institutions, which the values sum to when all is known
    bool exact = true;
    std::size_t draws = 0;
};

/// The Shapley value of every institution (see shapley_value.hpp). v is a sum over (state, function), and so is its
/// value: of the n providers of a function with weights of 1 each has 1/n, which is exact for any number of
/// institutions. With other weights the game of one function is enumerated, up to 20 providers; where a function has
/// more, all is sampled. Unknown memberships: v is submodular, so that a provider is worth most when the others whose
/// membership is not known are out and least when they are in; one that is itself not known has 0 below. The bounds of
/// a function are reached; those of their sum need not be reached together.
/// @pre draws != 1
/// O(states x functions x providers), with unequal weights 2^providers, each different list of weights once;
/// sampled O(draws x providers of all functions)
[[nodiscard]] FunctionShapley function_shapley(const CarriedFunctions& carried, const FunctionGame& game);

/// institution,shapley,lower,upper,standard_error,share: highest first, equal ones by name. A value that is not known
/// is missing; `share` is of the total, and missing where one of the two is not known.
[[nodiscard]] Table shapley_table(const CarriedFunctions& carried, const FunctionShapley& shapley);

}  // namespace tarazy
