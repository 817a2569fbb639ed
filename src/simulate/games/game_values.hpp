#pragma once

#include "simulate/games/game_tree.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// A game as numbers, for what is computed of it many times. Behaviour is given by the logarithm of the probability of
/// every move (order of `MoveColumns`): so that moves as unlikely as exp(-1e6) keep their ratio, and with it the
/// beliefs where nobody is expected to come.
class GameValues {
public:
    /// @pre perfect recall
    explicit GameValues(const ExtensiveGame& game);

    [[nodiscard]] std::size_t columns() const noexcept { return column_set_.size(); }
    [[nodiscard]] std::size_t sets() const noexcept { return set_first_.size(); }
    [[nodiscard]] std::size_t players() const noexcept { return players_; }
    [[nodiscard]] std::size_t first_column(std::size_t set) const { return set_first_[set]; }
    [[nodiscard]] std::size_t moves(std::size_t set) const { return set_moves_[set]; }
    [[nodiscard]] std::size_t set_of_column(std::size_t column) const { return column_set_[column]; }
    [[nodiscard]] std::span<const std::size_t> nodes_of(std::size_t set) const { return set_nodes_[set]; }
    /// Probability of the move of chance that leads to the node; 1 where a player's does.
    [[nodiscard]] double chance_of(std::size_t node) const { return nodes_[node].chance; }
    /// Largest payoff less the smallest, over all players and ends; 1 where they are equal.
    [[nodiscard]] double payoff_range() const noexcept { return range_; }

    /// What follows from a behaviour.
    struct Result {
        std::vector<double> beliefs;     ///< of each node in its set, given that the set is reached; sums to 1 in a set
        std::vector<double> move_value;  ///< of each column: what its player expects of the move, given the set
        std::vector<double> expected;    ///< of each player, in the whole game
        std::vector<double> node_value;  ///< nodes x players
    };
    /// Where a set is reached with probability 0 by chance alone, beliefs are the limit of such probabilities that go
    /// to 0 together. O(nodes x players).
    [[nodiscard]] Result evaluate(std::span<const double> log_probabilities) const;

    /// Derivatives of `move_value` (rows) by the logarithms of the probabilities (columns), columns x columns, row by
    /// row. O(nodes x depth).
    void derivatives(std::span<const double> log_probabilities, const Result& result, std::vector<double>& rows) const;

    /// The most that a player gains anywhere, given the beliefs there, by one other move: 0 in a sequential equilibrium
    /// with these beliefs, since single deviations are enough (Hendon, Jacobsen & Sloth 1996).
    [[nodiscard]] double regret(std::span<const double> log_probabilities, const Result& result) const;
    /// The same, each gain as a share of the payoff range of the player who has it: payoffs of players have no common
    /// unit.
    [[nodiscard]] double relative_regret(std::span<const double> log_probabilities, const Result& result) const;

private:
    struct Node {
        GameNodeKind kind = GameNodeKind::terminal;
        std::size_t set = 0, end = 0;               ///< end: behind the last node below it
        std::optional<std::size_t> parent, column;  ///< column: of the move that leads here, unless chance's
        double chance = 1;                          ///< probability of the move of chance that leads here
    };
    [[nodiscard]] std::size_t child(std::size_t node, std::size_t move) const { return children_[node][move]; }
    [[nodiscard]] std::vector<double> node_beliefs(std::span<const double> log_probabilities) const;
    void add_below(std::size_t top, std::size_t player, double weight, std::span<const double> probabilities,
                   const Result& result, std::span<double> row, std::vector<double>& reach) const;

    std::size_t players_ = 0;
    [[nodiscard]] double gain_at(std::size_t set, std::span<const double> log_probabilities,
                                 const Result& result) const;

    double range_ = 1;
    std::vector<double> player_range_;  ///< as `range_`, of each player
    std::vector<Node> nodes_;
    std::vector<std::vector<std::size_t>> children_, set_nodes_;
    std::vector<std::size_t> set_first_, set_moves_, set_player_, column_set_;
    std::vector<double> payoffs_;  ///< nodes x players: of the outcomes on the way to an end; 0 elsewhere
};

}  // namespace tarazy
