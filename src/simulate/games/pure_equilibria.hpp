#pragma once

#include "base/work.hpp"
#include "simulate/games/game_tree.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace tarazy {

struct PureEquilibriumOptions {
    /// Profiles of strategies times players that are looked at, at most, and moves that the strategies of one say.
    std::size_t most_payoffs = 20'000'000;
    Work work = {};
};

/// The move at each information set (order of `ExtensiveGame::sets`); none where the player's own earlier move keeps
/// the set from being reached.
struct PureProfile {
    std::vector<std::optional<std::size_t>> moves = {};
    std::vector<double> expected = {};  ///< payoff of each player
};

/// All Nash equilibria in pure strategies of the reduced strategic form: strategies say nothing about sets that they
/// themselves keep from being reached. The first player's strategy runs fastest, and within a strategy the last set.
/// Gains below 1e-11 of the range of the player's payoffs are none. O(profiles x (nodes that one reaches + players)).
/// @pre perfect recall @throws LimitError beyond `most_payoffs`
[[nodiscard]] std::vector<PureProfile> pure_equilibria(const ExtensiveGame& game,
                                                       const PureEquilibriumOptions& options = {});

}  // namespace tarazy
