#include "simulate/games/game_values.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy {

GameValues::GameValues(const ExtensiveGame& game) : players_(game.players.size()) {
    const std::size_t count = game.nodes.size();
    nodes_.resize(count);
    children_.resize(count);
    set_nodes_.resize(game.sets.size());
    set_first_.resize(game.sets.size());
    for (std::size_t player = 0; player < players_; ++player)
        for (std::size_t s = 0; s < game.sets.size(); ++s)
            if (game.sets[s].player == player) {
                set_first_[s] = column_set_.size();
                column_set_.insert(column_set_.end(), game.sets[s].moves.size(), s);
            }
    for (const InformationSet& set : game.sets) {
        set_moves_.push_back(set.moves.size());
        set_player_.push_back(set.player);
    }
    payoffs_.assign(count * players_, 0);
    const double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> low(players_, infinity), high(players_, -infinity);
    for (std::size_t n = 0; n < count; ++n) {
        const GameNode& from = game.nodes[n];
        Node& node = nodes_[n];
        node.kind = from.kind;
        node.set = from.set;
        node.parent = from.parent;
        children_[n] = from.children;
        if (from.kind == GameNodeKind::personal) set_nodes_[from.set].push_back(n);
        if (from.parent) {
            const GameNode& above = game.nodes[*from.parent];
            if (above.kind == GameNodeKind::chance)
                node.chance = game.chances[above.set].probabilities[from.move].value;
            else
                node.column = set_first_[above.set] + from.move;
            std::copy_n(payoffs_.begin() + static_cast<std::ptrdiff_t>(*from.parent * players_), players_,
                        payoffs_.begin() + static_cast<std::ptrdiff_t>(n * players_));
        }
        if (from.outcome)
            for (std::size_t player = 0; player < players_; ++player)
                payoffs_[n * players_ + player] += game.outcomes[*from.outcome].payoffs[player].value;
    }
    for (std::size_t n = count; n-- > 0;) {
        nodes_[n].end = children_[n].empty() ? n + 1 : nodes_[children_[n].back()].end;
        for (std::size_t player = 0; player < players_; ++player) {
            double& payoff = payoffs_[n * players_ + player];
            if (nodes_[n].kind == GameNodeKind::terminal) {
                low[player] = std::min(low[player], payoff);
                high[player] = std::max(high[player], payoff);
            } else {
                payoff = 0;
            }
        }
    }
    const double lowest = *std::ranges::min_element(low), highest = *std::ranges::max_element(high);
    if (highest > lowest) range_ = highest - lowest;
    for (std::size_t player = 0; player < players_; ++player)
        player_range_.push_back(high[player] > low[player] ? high[player] - low[player] : 1);
}

std::vector<double> GameValues::node_beliefs(std::span<const double> log_probabilities) const {
    // Of each node: moves of chance without probability on the way, and the logarithm of the rest.
    std::vector<double> log_reach(nodes_.size());
    std::vector<std::size_t> impossible(nodes_.size());
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
        const Node& node = nodes_[n];
        if (!node.parent) continue;
        log_reach[n] = log_reach[*node.parent];
        impossible[n] = impossible[*node.parent];
        if (node.column)
            log_reach[n] += log_probabilities[*node.column];
        else if (node.chance > 0)
            log_reach[n] += std::log(node.chance);
        else
            ++impossible[n];
    }
    std::vector<double> beliefs(nodes_.size());
    for (const std::vector<std::size_t>& nodes : set_nodes_) {
        std::size_t least = std::numeric_limits<std::size_t>::max();
        for (const std::size_t n : nodes) least = std::min(least, impossible[n]);
        double most = -std::numeric_limits<double>::infinity(), sum = 0;
        for (const std::size_t n : nodes)
            if (impossible[n] == least) most = std::max(most, log_reach[n]);
        for (const std::size_t n : nodes)
            if (impossible[n] == least) sum += beliefs[n] = std::exp(log_reach[n] - most);
        for (const std::size_t n : nodes) beliefs[n] /= sum;
    }
    return beliefs;
}

GameValues::Result GameValues::evaluate(std::span<const double> log_probabilities) const {
    Result result{node_beliefs(log_probabilities), std::vector<double>(columns()), {}, payoffs_};
    std::vector<double>& values = result.node_value;
    for (std::size_t n = nodes_.size(); n-- > 1;) {
        const Node& node = nodes_[n];
        const double probability = node.column ? std::exp(log_probabilities[*node.column]) : node.chance;
        for (std::size_t player = 0; player < players_; ++player)
            values[*node.parent * players_ + player] += probability * values[n * players_ + player];
    }
    result.expected.assign(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(players_));
    for (std::size_t s = 0; s < sets(); ++s)
        for (const std::size_t n : set_nodes_[s])
            for (std::size_t move = 0; move < set_moves_[s]; ++move)
                result.move_value[set_first_[s] + move] +=
                    result.beliefs[n] * values[child(n, move) * players_ + set_player_[s]];
    return result;
}

void GameValues::add_below(std::size_t top, std::size_t player, double weight, std::span<const double> probabilities,
                           const Result& result, std::span<double> row, std::vector<double>& reach) const {
    reach[top] = weight;
    for (std::size_t n = top + 1; n < nodes_[top].end; ++n) {
        const Node& node = nodes_[n];
        reach[n] = reach[*node.parent] * (node.column ? probabilities[*node.column] : node.chance);
        if (node.column) row[*node.column] += reach[n] * result.node_value[n * players_ + player];
    }
}

void GameValues::derivatives(std::span<const double> log_probabilities, const Result& result,
                             std::vector<double>& rows) const {
    const std::size_t width = columns();
    rows.assign(width * width, 0);
    std::vector<double> reach(nodes_.size()), probabilities(width), mean(width);
    for (std::size_t c = 0; c < width; ++c) probabilities[c] = std::exp(log_probabilities[c]);
    for (std::size_t s = 0; s < sets(); ++s) {
        const std::size_t player = set_player_[s], first = set_first_[s];
        // How the beliefs move: the way to a node counts more than the mean of the ways to its set.
        std::ranges::fill(mean, 0);
        for (const std::size_t n : set_nodes_[s])
            for (std::size_t up = n; nodes_[up].parent; up = *nodes_[up].parent)
                if (nodes_[up].column) mean[*nodes_[up].column] += result.beliefs[n];
        for (std::size_t move = 0; move < set_moves_[s]; ++move) {
            const std::span<double> row(rows.data() + (first + move) * width, width);
            for (std::size_t c = 0; c < width; ++c) row[c] -= mean[c] * result.move_value[first + move];
            for (const std::size_t n : set_nodes_[s]) {
                const std::size_t below = child(n, move);
                const double value = result.beliefs[n] * result.node_value[below * players_ + player];
                for (std::size_t up = n; nodes_[up].parent; up = *nodes_[up].parent)
                    if (nodes_[up].column) row[*nodes_[up].column] += value;
                add_below(below, player, result.beliefs[n], probabilities, result, row, reach);
            }
        }
    }
}

double GameValues::gain_at(std::size_t set, std::span<const double> log_probabilities, const Result& result) const {
    double best = -std::numeric_limits<double>::infinity(), mean = 0;
    for (std::size_t c = set_first_[set]; c < set_first_[set] + set_moves_[set]; ++c) {
        best = std::max(best, result.move_value[c]);
        mean += std::exp(log_probabilities[c]) * result.move_value[c];
    }
    return best - mean;
}

double GameValues::regret(std::span<const double> log_probabilities, const Result& result) const {
    double most = 0;
    for (std::size_t s = 0; s < sets(); ++s) most = std::max(most, gain_at(s, log_probabilities, result));
    return most;
}

double GameValues::relative_regret(std::span<const double> log_probabilities, const Result& result) const {
    double most = 0;
    for (std::size_t s = 0; s < sets(); ++s)
        most = std::max(most, gain_at(s, log_probabilities, result) / player_range_[set_player_[s]]);
    return most;
}

}  // namespace tarazy
