#include "simulate/games/game_tree.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace tarazy {
namespace {

std::optional<double> game_decimal(std::string_view text) {
    // `.5`, `1.` and `-.5` are written by Gambit's users; the rest of the program has no need of them.
    std::string full(text);
    const std::size_t sign = full.starts_with('-') || full.starts_with('+') ? 1 : 0;
    if (full.size() > sign + 1 && full[sign] == '.') full.insert(sign, 1, '0');
    if (full.size() > sign + 1 && full.back() == '.') full.pop_back();
    return parse_real(full);
}

/// The moves that all ways to each set have in common, in the order of the first way.
std::vector<std::vector<std::string>> common_ways(const ExtensiveGame& game) {
    std::vector<std::vector<std::string>> common(game.sets.size());
    std::vector<bool> met(game.sets.size());
    for (std::size_t node = 0; node < game.nodes.size(); ++node) {
        if (game.nodes[node].kind != GameNodeKind::personal) continue;
        const std::size_t set = game.nodes[node].set;
        if (met[set] && common[set].empty()) continue;
        const std::vector<std::string> way = way_to(game, node);
        if (!met[set]) {
            common[set] = way;
            met[set] = true;
        } else {
            std::erase_if(common[set],
                          [&](const std::string& move) { return std::ranges::find(way, move) == way.end(); });
        }
    }
    return common;
}

/// What stands beside a move in the names of a set's columns.
struct SetNaming {
    std::string before = {}, behind = {};
    [[nodiscard]] std::string of(const std::string& move) const { return before + move + behind; }
};

bool all_new(const InformationSet& set, const SetNaming& naming, const std::set<std::string>& taken) {
    std::set<std::string> own;
    return std::ranges::all_of(set.moves, [&](const std::string& move) {
        return !taken.contains(naming.of(move)) && own.insert(naming.of(move)).second;
    });
}

}  // namespace

GameNumber game_number(double value) {
    return {value, number_text(value)};
}

std::optional<GameNumber> parse_game_number(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        const std::optional<double> value = game_decimal(text);
        if (!value) return std::nullopt;
        return GameNumber{*value, std::string(text)};
    }
    const std::optional<double> above = game_decimal(text.substr(0, slash)),
                                below = game_decimal(text.substr(slash + 1));
    if (!above || !below || *below == 0 || !std::isfinite(*above / *below)) return std::nullopt;
    return GameNumber{*above / *below, std::string(text)};
}

std::size_t add_game_node(ExtensiveGame& game, GameNode node) {
    if (game.nodes.size() >= most_game_nodes)
        throw LimitError("the game has more than " + std::to_string(most_game_nodes) +
                         " nodes; write a smaller one, with fewer moves or players");
    const std::size_t number = game.nodes.size();
    if (node.parent) {
        node.move = game.nodes[*node.parent].children.size();
        game.nodes[*node.parent].children.push_back(number);
    }
    game.nodes.push_back(std::move(node));
    return number;
}

std::vector<std::string> way_to(const ExtensiveGame& game, std::size_t node) {
    std::vector<std::string> way;
    while (game.nodes[node].parent) {
        const std::size_t move = game.nodes[node].move;
        node = *game.nodes[node].parent;
        const GameNode& from = game.nodes[node];
        way.push_back(from.kind == GameNodeKind::chance ? game.chances[from.set].moves[move]
                                                        : game.sets[from.set].moves[move]);
    }
    std::ranges::reverse(way);
    return way;
}

std::vector<std::size_t> nodes_without_recall(const ExtensiveGame& game) {
    // What each player has known and done before a node, as a number: the same past, the same number.
    using Step = std::pair<std::size_t, std::pair<std::size_t, std::size_t>>;  // past, set, move
    std::map<Step, std::size_t> pasts;
    std::vector<std::map<std::size_t, std::size_t>> past_at(game.nodes.size());  // by player; 0 = nothing
    std::vector<std::optional<std::size_t>> past_of_set(game.sets.size());
    std::vector<bool> told(game.sets.size());
    std::vector<std::size_t> faults;
    for (std::size_t number = 0; number < game.nodes.size(); ++number) {
        const GameNode& node = game.nodes[number];
        if (node.parent) {
            const GameNode& from = game.nodes[*node.parent];
            past_at[number] = past_at[*node.parent];
            if (from.kind == GameNodeKind::personal) {
                std::size_t& past = past_at[number][game.sets[from.set].player];
                past = pasts.try_emplace({past, {from.set, node.move}}, pasts.size() + 1).first->second;
            }
        }
        if (node.kind != GameNodeKind::personal) continue;
        const std::size_t past = past_at[number][game.sets[node.set].player];
        if (!past_of_set[node.set]) past_of_set[node.set] = past;
        if (*past_of_set[node.set] == past || told[node.set]) continue;
        told[node.set] = true;
        faults.push_back(number);
    }
    return faults;
}

MoveColumns move_columns(const ExtensiveGame& game) {
    MoveColumns columns;
    columns.first.resize(game.sets.size());
    std::vector<std::size_t> sets_of(game.players.size());
    for (const InformationSet& set : game.sets) ++sets_of[set.player];
    const std::vector<std::vector<std::string>> ways = common_ways(game);
    std::set<std::string> taken;
    for (std::size_t player = 0; player < game.players.size(); ++player) {
        std::size_t number = 0;
        for (std::size_t s = 0; s < game.sets.size(); ++s) {
            const InformationSet& set = game.sets[s];
            if (set.player != player) continue;
            ++number;
            const std::string owner = game.players[player].empty() ? std::to_string(player + 1) : game.players[player];
            std::vector<SetNaming> choices;
            if (!set.label.empty()) choices.push_back({"", "|" + set.label});
            if (sets_of[player] == 1) choices.push_back({owner + ".", ""});
            if (!ways[s].empty()) choices.push_back({"", "|" + joined(ways[s], ".")});
            SetNaming naming{owner + "." + std::to_string(number) + ".", ""};
            for (const SetNaming& choice : choices) {
                if (!all_new(set, choice, taken)) continue;
                naming = choice;
                break;
            }
            columns.first[s] = columns.names.size();
            columns.sets.push_back(s);
            for (std::size_t move = 0; move < set.moves.size(); ++move) {
                std::string name = naming.of(set.moves[move]);
                while (!taken.insert(name).second) name += "." + std::to_string(move + 1);
                columns.names.push_back(name);
            }
        }
    }
    return columns;
}

}  // namespace tarazy
