#pragma once

#include "simulate/games/game_tree.hpp"
#include "simulate/games/game_values.hpp"
#include "simulate/games/logit_branch.hpp"
#include "simulate/games/pure_equilibria.hpp"
#include "table/table.hpp"

#include <span>
#include <vector>

namespace tarazy {

/// `lambda` and a column a move, a row each lambda that was asked for; missing where the branch does not come there.
[[nodiscard]] Table branch_table(const ExtensiveGame& game, std::span<const double> lambdas, const LogitBranch& branch);

/// `equilibrium`, a column a move (1 played, 0 not; 0 at every move where the player's own earlier move keeps the set
/// from being reached) and `payoff.<player>`; a row each equilibrium.
[[nodiscard]] Table pure_table(const ExtensiveGame& game, std::span<const PureProfile> equilibria);

/// A row each move at a point of the branch: `player,move,probability,value,regret,reached`: what the player expects of
/// the move at its information set, the most that another move would give more than what is done there, and the
/// probability that the set is reached.
[[nodiscard]] Table move_table(const ExtensiveGame& game, const GameValues& values, const LogitPoint& point);

/// A row each node of an information set of several: `player,set,way,belief`.
[[nodiscard]] Table belief_table(const ExtensiveGame& game, const GameValues& values, const LogitPoint& point);

}  // namespace tarazy
