#pragma once

#include "base/work.hpp"
#include "simulate/games/game_values.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace tarazy {

/// A quantal response equilibrium of the agents (McKelvey & Palfrey 1998): at every information set, each move has a
/// probability in proportion to exp(lambda x what its player expects of it there).
struct LogitPoint {
    double lambda = 0;
    std::vector<double> log_probabilities = {};  ///< of every column of `MoveColumns`
    double regret = 0;                           ///< `GameValues::regret`
    double relative_regret = 0;                  ///< `GameValues::relative_regret`

    [[nodiscard]] double probability(std::size_t column) const;
};

enum class BranchEnd {
    all_asked,     ///< every lambda that was asked for was reached; no limit was wanted
    regret,        ///< the regret fell below the bound
    lambda_limit,  ///< lambda reached its limit first: players are still indifferent between moves, or nearly so
    step_limit,    ///< as many steps as allowed
    stuck,         ///< the branch could not be followed any further
};
[[nodiscard]] std::string_view to_string(BranchEnd end) noexcept;

struct LogitBranchOptions {
    std::vector<double> lambdas = {};  ///< asked for; >= 0, in units of 1/payoff
    bool to_limit = false;             ///< follow the branch on, to its limit
    double regret = 1e-9;              ///< as a share of the player's payoff range: where it ends
    double largest_lambda = 1e6;       ///< times the payoff range: where it ends at the latest
    std::size_t most_steps = 10'000;
    Work work = {};
};

struct LogitBranch {
    /// Where the branch first meets each lambda that was asked for, in their order; nothing where it does not.
    std::vector<std::optional<LogitPoint>> asked = {};
    LogitPoint last = {};  ///< where it ended: with `to_limit`, the candidate for the limit
    BranchEnd end = BranchEnd::all_asked;
    /// Largest change of a probability since lambda was a tenth of the last one. Where probabilities approach their
    /// limit as 1/lambda, what is still to come is a ninth of it.
    double still_moving = 0;
    std::size_t steps = 0, turns = 0;  ///< turns: how often lambda turned back on the way
    /// Places at which another branch crosses this one, as in games that treat players or moves alike: the branch that
    /// goes straight on was followed.
    std::size_t bifurcations = 0;
};

/// The principal branch of the agent quantal response equilibria, which begins at lambda 0 with all moves of a set
/// equally likely, followed by a predictor-corrector method in the logarithms of the probabilities (Turocy 2005, 2010).
/// The sign of a determinant keeps the walk from stepping over to a branch that comes near (Allgower & Georg 1990). Its
/// limit is *a* Nash equilibrium, and with the limits of its beliefs a sequential one (McKelvey & Palfrey 1998); a game
/// may have others, and other branches. Each step costs O(columns^3 + nodes x depth).
/// @pre perfect recall @throws UsageError for a negative lambda; LimitError beyond `most_branch_columns`
[[nodiscard]] LogitBranch trace_logit_branch(const GameValues& game, const LogitBranchOptions& options);

constexpr std::size_t most_branch_columns = 1'000;

}  // namespace tarazy
