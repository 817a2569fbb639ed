#include "simulate/games/pure_equilibria.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <limits>

namespace tarazy {
namespace {

using PureStrategy = std::vector<std::optional<std::size_t>>;  // by place of the set among those of its player

/// Last own set and move before each set: with perfect recall the same at all of its nodes.
struct OwnPast {
    std::vector<std::optional<std::size_t>> set;
    std::vector<std::size_t> move;
};

OwnPast own_past(const ExtensiveGame& game) {
    OwnPast past{std::vector<std::optional<std::size_t>>(game.sets.size()), std::vector<std::size_t>(game.sets.size())};
    std::vector<bool> known(game.sets.size());
    for (std::size_t n = 0; n < game.nodes.size(); ++n) {
        if (game.nodes[n].kind != GameNodeKind::personal || known[game.nodes[n].set]) continue;
        const std::size_t set = game.nodes[n].set;
        known[set] = true;
        std::size_t at = n;
        while (game.nodes[at].parent && !past.set[set]) {
            const std::size_t move = game.nodes[at].move;
            at = *game.nodes[at].parent;
            if (game.nodes[at].kind != GameNodeKind::personal) continue;
            if (game.sets[game.nodes[at].set].player != game.sets[set].player) continue;
            past.set[set] = game.nodes[at].set;
            past.move[set] = move;
        }
    }
    return past;
}

/// The strategies of one player, the last of the sets running fastest.
class StrategyList {
public:
    StrategyList(const ExtensiveGame& game, const OwnPast& past, std::size_t player, std::size_t most)
        : game_(game), past_(past), most_(most), place_(game.sets.size()) {
        for (std::size_t s = 0; s < game.sets.size(); ++s)
            if (game.sets[s].player == player) {
                place_[s] = own_.size();
                own_.push_back(s);
            }
    }

    /// Counts like an odometer over the sets that the strategy itself does not exclude.
    std::vector<PureStrategy> all() const {
        std::vector<PureStrategy> strategies;
        PureStrategy strategy(own_.size());
        fill_from(strategy, 0);
        while (true) {
            if (strategies.size() >= most_)
                throw LimitError("a player has more than " + std::to_string(most_) +
                                 " pure strategies; pure equilibria are counted out in smaller games alone");
            strategies.push_back(strategy);
            std::size_t i = own_.size();
            while (i > 0 && (!strategy[i - 1] || *strategy[i - 1] + 1 == game_.sets[own_[i - 1]].moves.size())) --i;
            if (i == 0) return strategies;
            ++*strategy[i - 1];
            fill_from(strategy, i);
        }
    }

    [[nodiscard]] const std::vector<std::size_t>& sets() const { return own_; }

private:
    void fill_from(PureStrategy& strategy, std::size_t from) const {
        for (std::size_t i = from; i < own_.size(); ++i) {
            const auto before = past_.set[own_[i]];
            const bool reached = !before || strategy[place_[*before]] == past_.move[own_[i]];
            strategy[i] = reached ? std::optional<std::size_t>(0) : std::nullopt;
        }
    }

    const ExtensiveGame& game_;
    const OwnPast& past_;
    std::size_t most_;
    std::vector<std::size_t> own_, place_;
};

/// Payoffs that follow when every player moves so.
void add_payoffs(const ExtensiveGame& game, const PureStrategy& moves, std::vector<double>& reach,
                 std::vector<double>& payoffs) {
    for (std::size_t n = 0; n < game.nodes.size(); ++n) {
        const GameNode& node = game.nodes[n];
        double probability = 1;
        if (node.parent) {
            probability = reach[*node.parent];
            const GameNode& from = game.nodes[*node.parent];
            if (from.kind == GameNodeKind::chance)
                probability *= game.chances[from.set].probabilities[node.move].value;
            else if (moves[from.set] != node.move)
                probability = 0;
        }
        reach[n] = probability;
        if (probability == 0 || !node.outcome) continue;
        for (std::size_t player = 0; player < payoffs.size(); ++player)
            payoffs[player] += probability * game.outcomes[*node.outcome].payoffs[player].value;
    }
}

double payoff_spread(const std::vector<double>& payoffs) {
    const auto [low, high] = std::ranges::minmax_element(payoffs);
    return payoffs.empty() ? 0 : *high - *low;
}

}  // namespace

std::vector<PureProfile> pure_equilibria(const ExtensiveGame& game, const PureEquilibriumOptions& options) {
    const OwnPast past = own_past(game);
    const std::size_t players = game.players.size();
    std::vector<std::vector<PureStrategy>> strategies;
    std::vector<std::vector<std::size_t>> sets;
    std::vector<std::size_t> stride;
    std::size_t profiles = 1;
    for (std::size_t player = 0; player < players; ++player) {
        const StrategyList list(game, past, player, options.most_payoffs);
        strategies.push_back(list.all());
        sets.push_back(list.sets());
        stride.push_back(profiles);
        if (profiles > options.most_payoffs / players / strategies.back().size())
            throw LimitError("the game has more than " + std::to_string(options.most_payoffs / players) +
                             " profiles of pure strategies; pure equilibria are counted out in smaller games alone");
        profiles *= strategies.back().size();
    }
    const auto strategy_of = [&](std::size_t profile, std::size_t player) {
        return profile / stride[player] % strategies[player].size();
    };
    const auto moves_of = [&](std::size_t profile) {
        PureStrategy moves(game.sets.size());
        for (std::size_t player = 0; player < players; ++player)
            for (std::size_t i = 0; i < sets[player].size(); ++i)
                moves[sets[player][i]] = strategies[player][strategy_of(profile, player)][i];
        return moves;
    };
    std::vector<double> payoffs(profiles * players), reach(game.nodes.size()), now(players);
    WorkStep told(options.work, "profiles of pure strategies", profiles);
    for (std::size_t profile = 0; profile < profiles; ++profile) {
        std::ranges::fill(now, 0);
        add_payoffs(game, moves_of(profile), reach, now);
        std::ranges::copy(now, payoffs.begin() + static_cast<std::ptrdiff_t>(profile * players));
        told.advance();
    }
    const double slack = 1e-11 * payoff_spread(payoffs);
    std::vector<PureProfile> equilibria;
    for (std::size_t profile = 0; profile < profiles; ++profile) {
        bool stable = true;
        for (std::size_t player = 0; player < players && stable; ++player) {
            const std::size_t base = profile - strategy_of(profile, player) * stride[player];
            for (std::size_t other = 0; other < strategies[player].size() && stable; ++other)
                stable = payoffs[(base + other * stride[player]) * players + player] <=
                         payoffs[profile * players + player] + slack;
        }
        if (!stable) continue;
        const auto from = payoffs.begin() + static_cast<std::ptrdiff_t>(profile * players);
        equilibria.push_back({moves_of(profile), {from, from + static_cast<std::ptrdiff_t>(players)}});
    }
    return equilibria;
}

}  // namespace tarazy
