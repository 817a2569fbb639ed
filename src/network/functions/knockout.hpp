#pragma once

#include "base/work.hpp"
#include "network/brokerage/blocs.hpp"
#include "network/functions/carried_functions.hpp"
#include "network/functions/function_coverage.hpp"
#include "network/functions/pole_balance.hpp"

#include <optional>
#include <vector>

namespace tarazy {

// What is lost when institutions are taken away: the network and the functions stay as they are otherwise, and nobody
// joins anything instead. So this says what rests on whom today, not what would happen.

struct KnockoutQuestion {
    std::vector<std::uint32_t> states;                  ///< chosen states, whose losses are told one by one
    bool each = true;                                   ///< every institution alone
    bool pairs = false;                                 ///< every two of them as well
    std::vector<std::vector<std::uint32_t>> sets = {};  ///< institutions that are removed together
    const Blocs* blocs = nullptr;                       ///< poles; without them no balance and no bridges
    unsigned threads = 0;
    Work work = {};
};

/// From `lower` (whatever the memberships that are not known) to `upper`. Both are reached.
struct CountBounds {
    std::uint32_t lower = 0, upper = 0;
    bool operator==(const CountBounds&) const = default;
};

/// A function of a state that had a provider and has none any more.
struct LostFunction {
    std::uint32_t state = 0, function = 0;
    bool certain = true;    ///< otherwise only if some membership that is not known is, or is not, one
    bool together = false;  ///< surely lost by removing all of them and by none alone
    bool operator==(const LostFunction&) const = default;
};

struct StateLoss {
    CountBounds lost;
    NumberBounds coverage_lost;            ///< sum over functions of what the removed ones carry for the state
    std::optional<PoleBalance> balance;    ///< what is left of it
    double bridges = 0, bridges_lost = 0;  ///< exclusive bridges that are left, and that were lost
};

struct RemovalEffect {
    std::vector<std::uint32_t> removed;  ///< in order; none: the network as it is
    CountBounds lost;                    ///< (state, function) of all states
    /// Of those: not lost by removing any one alone. That is by how much the loss exceeds the sum of single losses.
    CountBounds together;
    NumberBounds coverage_lost;
    std::size_t components = 0;           ///< see count_two_mode_components
    double bridges_lost = 0;              ///< exclusive bridges of all states
    std::vector<LostFunction> functions;  ///< of the chosen states, by state and function
    std::vector<StateLoss> states;        ///< of the chosen states, in their order
};

/// The network as it is, each institution, each pair and the sets, in this order; institutions and pairs by place.
/// Balance, bridges and components take the known memberships.
/// @throws LimitError  more than five million rows of chosen states
/// O(sets x (functions that hang on a removed one + chosen states x poles + institutions x words)), set-up
/// O(states x institutions x functions). The same bytes at any number of threads.
[[nodiscard]] std::vector<RemovalEffect> knock_out(const CarriedFunctions& carried, const KnockoutQuestion& question);

}  // namespace tarazy
