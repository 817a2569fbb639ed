#include "simulate/games/pure_equilibria.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

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
            if (strategies.size() * own_.size() >= most_)
                throw LimitError("the pure strategies of a player say more than " + std::to_string(most_) +
                                 " moves; pure equilibria are counted out in smaller games alone");
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

/// The pure strategies of all players, and their profiles: the first player's runs fastest.
class PureProfiles {
public:
    PureProfiles(const ExtensiveGame& game, std::size_t most) : game_(game), place_(game.sets.size()) {
        const OwnPast past = own_past(game);
        const std::size_t players = game.players.size();
        for (std::size_t player = 0; player < players; ++player) {
            const StrategyList list(game, past, player, most);
            strategies_.push_back(list.all());
            for (std::size_t i = 0; i < list.sets().size(); ++i) place_[list.sets()[i]] = i;
            stride_.push_back(count_);
            if (count_ > most / players / strategies_.back().size())
                throw LimitError(
                    "the game has more than " + std::to_string(most / players) +
                    " profiles of pure strategies; pure equilibria are counted out in smaller games alone");
            count_ *= strategies_.back().size();
        }
    }

    [[nodiscard]] std::size_t count() const { return count_; }
    /// The profile in which that player plays the first strategy: what the player can choose among has it in common.
    [[nodiscard]] std::size_t others(std::size_t profile, std::size_t player) const {
        return profile - strategy(profile, player) * stride_[player];
    }
    [[nodiscard]] std::optional<std::size_t> move(std::size_t profile, std::size_t set) const {
        const std::size_t player = game_.sets[set].player;
        return strategies_[player][strategy(profile, player)][place_[set]];
    }
    [[nodiscard]] PureStrategy moves(std::size_t profile) const {
        PureStrategy all;
        for (std::size_t set = 0; set < game_.sets.size(); ++set) all.push_back(move(profile, set));
        return all;
    }

private:
    [[nodiscard]] std::size_t strategy(std::size_t profile, std::size_t player) const {
        return profile / stride_[player] % strategies_[player].size();
    }

    const ExtensiveGame& game_;
    std::vector<std::vector<PureStrategy>> strategies_;
    std::vector<std::size_t> stride_, place_;
    std::size_t count_ = 1;
};

/// Payoffs of a profile: only the nodes that it reaches are visited.
class ProfilePayoffs {
public:
    ProfilePayoffs(const ExtensiveGame& game, const PureProfiles& profiles) : game_(game), profiles_(profiles) {}

    void compute(std::size_t profile, std::span<double> payoffs) {
        std::ranges::fill(payoffs, 0);
        waiting_.assign(1, {0, 1});
        while (!waiting_.empty()) {
            const auto [at, probability] = waiting_.back();
            waiting_.pop_back();
            const GameNode& node = game_.nodes[at];
            if (node.outcome) {
                for (std::size_t player = 0; player < payoffs.size(); ++player)
                    payoffs[player] += probability * game_.outcomes[*node.outcome].payoffs[player].value;
            }
            if (node.kind == GameNodeKind::personal) {
                // A node that is reached has a move: its player did not exclude it.
                waiting_.emplace_back(node.children[*profiles_.move(profile, node.set)], probability);
            } else if (node.kind == GameNodeKind::chance) {
                for (std::size_t k = node.children.size(); k-- > 0;) {
                    const double part = game_.chances[node.set].probabilities[k].value;
                    if (part > 0) waiting_.emplace_back(node.children[k], probability * part);
                }
            }
        }
    }

private:
    const ExtensiveGame& game_;
    const PureProfiles& profiles_;
    std::vector<std::pair<std::size_t, double>> waiting_;
};

/// Gains of a player that are none: payoffs of players have no common unit.
std::vector<double> slack_of_players(std::span<const double> payoffs, std::size_t players) {
    std::vector<double> slack;
    for (std::size_t player = 0; player < players; ++player) {
        double low = payoffs[player], high = low;
        for (std::size_t at = player; at < payoffs.size(); at += players) {
            low = std::min(low, payoffs[at]);
            high = std::max(high, payoffs[at]);
        }
        slack.push_back(1e-11 * (high - low));
    }
    return slack;
}

}  // namespace

std::vector<PureProfile> pure_equilibria(const ExtensiveGame& game, const PureEquilibriumOptions& options) {
    const PureProfiles profiles(game, options.most_payoffs);
    const std::size_t players = game.players.size();
    std::vector<double> payoffs(profiles.count() * players);
    // Of each player the best payoff against what the others do, at the place of `others`.
    std::vector<double> best(payoffs.size(), -std::numeric_limits<double>::infinity());
    ProfilePayoffs reached(game, profiles);
    WorkStep told(options.work, "profiles of pure strategies", profiles.count());
    for (std::size_t profile = 0; profile < profiles.count(); ++profile) {
        const std::span<double> now = std::span(payoffs).subspan(profile * players, players);
        reached.compute(profile, now);
        for (std::size_t player = 0; player < players; ++player) {
            double& most = best[profiles.others(profile, player) * players + player];
            most = std::max(most, now[player]);
        }
        told.advance();
    }
    const std::vector<double> slack = slack_of_players(payoffs, players);
    std::vector<PureProfile> equilibria;
    for (std::size_t profile = 0; profile < profiles.count(); ++profile) {
        const std::span<const double> now = std::span(payoffs).subspan(profile * players, players);
        bool stable = true;
        for (std::size_t player = 0; player < players && stable; ++player)
            stable = best[profiles.others(profile, player) * players + player] <= now[player] + slack[player];
        if (stable) equilibria.push_back({profiles.moves(profile), {now.begin(), now.end()}});
    }
    return equilibria;
}

}  // namespace tarazy
