#include "simulate/games/game_tables.hpp"

#include "base/text_lists.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <string>

namespace tarazy {
namespace {

std::vector<double> reach_of_nodes(const ExtensiveGame& game, const GameValues& values, const LogitPoint& point) {
    std::vector<double> reach(game.nodes.size(), 1);
    for (std::size_t n = 1; n < reach.size(); ++n) {
        const GameNode& node = game.nodes[n];
        const GameNode& from = game.nodes[*node.parent];
        reach[n] = reach[*node.parent] * (from.kind == GameNodeKind::chance
                                              ? game.chances[from.set].probabilities[node.move].value
                                              : point.probability(values.first_column(from.set) + node.move));
    }
    return reach;
}

/// A set in words: its label, or its number among those of its player.
std::vector<std::string> set_words(const ExtensiveGame& game) {
    std::vector<std::string> words;
    std::vector<std::size_t> sets_of(game.players.size());
    for (const InformationSet& set : game.sets) {
        const std::size_t number = ++sets_of[set.player];
        words.push_back(set.label.empty() ? std::to_string(number) : set.label);
    }
    return words;
}

}  // namespace

Table branch_table(const ExtensiveGame& game, std::span<const double> lambdas, const LogitBranch& branch) {
    const MoveColumns columns = move_columns(game);
    Table table;
    table.add("lambda", Column(std::vector<double>(lambdas.begin(), lambdas.end())));
    for (std::size_t c = 0; c < columns.count(); ++c) {
        std::vector<double> cells;
        for (const std::optional<LogitPoint>& point : branch.asked)
            cells.push_back(point ? point->probability(c) : Column::missing_real);
        table.add(columns.names[c], Column(std::move(cells)));
    }
    return table;
}

Table pure_table(const ExtensiveGame& game, std::span<const PureProfile> equilibria) {
    const MoveColumns columns = move_columns(game);
    Table table;
    std::vector<std::int64_t> numbers;
    for (std::size_t e = 0; e < equilibria.size(); ++e) numbers.push_back(static_cast<std::int64_t>(e + 1));
    table.add("equilibrium", Column(std::move(numbers)));
    for (const std::size_t s : columns.sets)
        for (std::size_t move = 0; move < game.sets[s].moves.size(); ++move) {
            std::vector<std::int64_t> cells;
            for (const PureProfile& profile : equilibria) cells.push_back(profile.moves[s] == move ? 1 : 0);
            table.add(columns.names[columns.first[s] + move], Column(std::move(cells)));
        }
    for (std::size_t player = 0; player < game.players.size(); ++player) {
        std::vector<double> cells;
        for (const PureProfile& profile : equilibria) cells.push_back(profile.expected[player]);
        std::string name = "payoff." + game.players[player];
        while (table.find(name)) name += "." + std::to_string(player + 1);
        table.add(name, Column(std::move(cells)));
    }
    return table;
}

Table move_table(const ExtensiveGame& game, const GameValues& values, const LogitPoint& point) {
    const MoveColumns columns = move_columns(game);
    const GameValues::Result result = values.evaluate(point.log_probabilities);
    const std::vector<double> reach = reach_of_nodes(game, values, point);
    TableRows rows(TextColumn{"player"}, TextColumn{"move"}, RealColumn{"probability"}, RealColumn{"value"},
                   RealColumn{"regret"}, RealColumn{"reached"});
    for (const std::size_t s : columns.sets) {
        double reached = 0, mean = 0;
        for (const std::size_t n : values.nodes_of(s)) reached += reach[n];
        const std::size_t first = columns.first[s], end = first + values.moves(s);
        for (std::size_t c = first; c < end; ++c) mean += point.probability(c) * result.move_value[c];
        for (std::size_t c = first; c < end; ++c)
            rows.add(game.players[game.sets[s].player], columns.names[c], point.probability(c), result.move_value[c],
                     std::max(0.0, result.move_value[c] - mean), reached);
    }
    return rows.table();
}

Table belief_table(const ExtensiveGame& game, const GameValues& values, const LogitPoint& point) {
    const GameValues::Result result = values.evaluate(point.log_probabilities);
    const std::vector<std::string> words = set_words(game);
    TableRows rows(TextColumn{"player"}, TextColumn{"set"}, TextColumn{"way"}, RealColumn{"belief"});
    for (const std::size_t s : move_columns(game).sets) {
        if (values.nodes_of(s).size() < 2) continue;
        for (const std::size_t n : values.nodes_of(s))
            rows.add(game.players[game.sets[s].player], words[s], joined(way_to(game, n), "."), result.beliefs[n]);
    }
    return rows.table();
}

}  // namespace tarazy
