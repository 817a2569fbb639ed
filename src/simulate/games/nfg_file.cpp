#include "simulate/games/nfg_file.hpp"

#include "base/text_lists.hpp"
#include "simulate/games/game_scanner.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t most_strategies = 100'000;

/// Profiles of strategies. @throws LimitError when the tree of the game would be too large
std::size_t strategy_profiles(const std::vector<std::vector<std::string>>& strategies) {
    std::size_t profiles = 1;
    for (const std::vector<std::string>& names : strategies) {
        if (names.empty()) return 0;
        if (profiles > most_game_nodes / names.size())
            throw LimitError("the game has more than " + std::to_string(most_game_nodes) +
                             " profiles of strategies; write a smaller one");
        profiles *= names.size();
    }
    return profiles;
}

class NfgReader {
public:
    NfgReader(std::string_view text, const std::string& path) : scanner_(text, path, diagnostics_) {}

    StrategicGame read() {
        read_head();
        const GameToken at = scanner_.peek();
        profiles_ = strategy_profiles(game_.strategies);
        if (scanner_.next_is(GameTokenKind::open)) {
            read_outcomes();
        } else {
            read_payoffs(at);
        }
        if (!scanner_.next_is(GameTokenKind::end))
            scanner_.problem(scanner_.peek(),
                             "more follows than the " + std::to_string(profiles_) + " profiles of strategies have",
                             "take the rest out, or add strategies");
        diagnostics_.throw_if_any();
        return std::move(game_);
    }

private:
    void read_head() {
        const GameToken head = scanner_.take();
        if (head.kind != GameTokenKind::word || head.text != "NFG")
            scanner_.fail(head, "this is no game in strategic form", "let the file begin with NFG 1 R \"title\"");
        const GameToken version = scanner_.take();
        if (version.text != "1") scanner_.fail(version, "the version is not 1", "let the file begin with NFG 1 R");
        const GameToken numbers = scanner_.take();
        if (numbers.text != "R" && numbers.text != "D")
            scanner_.fail(numbers, "behind NFG 1 stands neither R nor D", "let the file begin with NFG 1 R");
        game_.title = scanner_.need(GameTokenKind::text, "the title in quotes").text;
        const GameToken at = scanner_.peek();
        for (const GameToken& player : scanner_.texts_in_braces("the players in quotes"))
            game_.players.push_back(player.text);
        if (game_.players.empty() || game_.players.size() > most_game_players)
            scanner_.fail(at, "the game has " + std::to_string(game_.players.size()) + " players",
                          "name from 1 to " + std::to_string(most_game_players));
        read_strategies();
        if (scanner_.next_is(GameTokenKind::text)) game_.comment = scanner_.take().text;
    }

    /// `{ 2 2 }`, or `{ { "up" "down" } { "left" "right" } }`.
    void read_strategies() {
        const GameToken at = scanner_.need(GameTokenKind::open, "{ with the strategies");
        while (!scanner_.next_is(GameTokenKind::close)) {
            std::vector<std::string>& names = game_.strategies.emplace_back();
            const GameToken place = scanner_.peek();
            if (scanner_.next_is(GameTokenKind::open)) {
                for (const GameToken& name : scanner_.texts_in_braces("strategies in quotes"))
                    names.push_back(name.text);
            } else {
                const std::size_t count = scanner_.whole_number("the number of strategies", 0, most_strategies);
                for (std::size_t i = 0; i < count; ++i) names.push_back(std::to_string(i + 1));
            }
            if (names.empty()) scanner_.problem(place, "a player has no strategy", "give each player at least one");
            if (game_.strategies.size() > game_.players.size()) break;
        }
        if (game_.strategies.size() != game_.players.size())
            scanner_.fail(at,
                          "strategies are given for another number of players than the " +
                              std::to_string(game_.players.size()) + " named",
                          "give the strategies of each player, in their order");
        scanner_.take();
        diagnostics_.throw_if_any();
    }

    std::vector<GameNumber> payoffs(const std::vector<GameToken>& tokens) {
        std::vector<GameNumber> numbers;
        for (const GameToken& token : tokens) {
            const std::optional<GameNumber> number = parse_game_number(token.text);
            if (!number) scanner_.problem(token, "the payoff is '" + token.text + "'", "write a number: 0.5, 1/2, -3");
            numbers.push_back(number.value_or(GameNumber{}));
        }
        return numbers;
    }

    void read_payoffs(const GameToken& at) {
        for (std::size_t profile = 0; profile < profiles_; ++profile) {
            std::vector<GameToken> tokens;
            while (tokens.size() < game_.players.size() && scanner_.next_is(GameTokenKind::word))
                tokens.push_back(scanner_.take());
            if (tokens.size() < game_.players.size()) {
                const std::size_t found = profile * game_.players.size() + tokens.size();
                scanner_.fail(scanner_.next_is(GameTokenKind::end) ? at : scanner_.peek(),
                              std::to_string(found) + " payoffs are given, not " +
                                  std::to_string(profiles_ * game_.players.size()),
                              "give one for each player in each of the " + std::to_string(profiles_) +
                                  " profiles of strategies, the first player's strategy running fastest");
            }
            game_.payoffs.push_back(payoffs(tokens));
        }
    }

    void read_outcomes() {
        scanner_.take();
        std::vector<std::vector<GameNumber>> outcomes{std::vector<GameNumber>(game_.players.size())};
        while (!scanner_.next_is(GameTokenKind::close)) {
            const GameToken at = scanner_.need(GameTokenKind::open, "{ with an outcome, or }");
            if (scanner_.next_is(GameTokenKind::text)) scanner_.take();
            std::vector<GameToken> tokens;
            while (scanner_.next_is(GameTokenKind::word)) tokens.push_back(scanner_.take());
            scanner_.need(GameTokenKind::close, "}");
            if (tokens.size() != game_.players.size())
                scanner_.problem(
                    at,
                    std::to_string(tokens.size()) + " payoffs for " + std::to_string(game_.players.size()) + " players",
                    "write one payoff for each player, in their order");
            outcomes.push_back(payoffs(tokens));
            outcomes.back().resize(game_.players.size());
        }
        scanner_.take();
        for (std::size_t profile = 0; profile < profiles_; ++profile)
            game_.payoffs.push_back(
                outcomes[scanner_.whole_number("the number of an outcome", 0, outcomes.size() - 1)]);
    }

    Diagnostics diagnostics_;
    GameScanner scanner_;
    StrategicGame game_;
    std::size_t profiles_ = 0;
};

}  // namespace

StrategicGame read_nfg(std::string_view text, const std::string& path) {
    return NfgReader(text, path).read();
}

std::string nfg_text(const StrategicGame& game) {
    std::string text = "NFG 1 R " + game_text(game.title) + " { " + joined(game.players, " ", game_text) + " } {";
    for (const std::vector<std::string>& names : game.strategies) text += " { " + joined(names, " ", game_text) + " }";
    text += " }\n" + (game.comment.empty() ? "" : game_text(game.comment) + "\n") + "\n";
    for (const std::vector<GameNumber>& payoffs : game.payoffs)
        text += joined(payoffs, " ", [](const GameNumber& payoff) { return payoff.text; }) + "\n";
    return text;
}

ExtensiveGame tree_of(const StrategicGame& game) {
    (void)strategy_profiles(game.strategies);
    ExtensiveGame tree;
    tree.title = game.title;
    tree.comment = game.comment;
    tree.players = game.players;
    for (std::size_t player = 0; player < game.players.size(); ++player)
        tree.sets.push_back({player, "", game.strategies[player]});
    // Depth first, with the strategies that lead to the present node.
    std::vector<std::size_t> way, nodes;
    while (true) {
        const std::optional<std::size_t> parent = nodes.empty() ? std::nullopt : std::optional(nodes.back());
        if (way.size() < game.players.size()) {
            nodes.push_back(add_game_node(tree, {.kind = GameNodeKind::personal, .set = way.size(), .parent = parent}));
            way.push_back(0);
            continue;
        }
        std::size_t profile = 0, stride = 1;
        for (std::size_t player = 0; player < way.size(); ++player) {
            profile += way[player] * stride;
            stride *= game.strategies[player].size();
        }
        tree.outcomes.push_back({"", game.payoffs[profile]});
        add_game_node(tree, {.outcome = tree.outcomes.size() - 1, .parent = parent});
        while (!way.empty() && ++way.back() == game.strategies[way.size() - 1].size()) {
            way.pop_back();
            nodes.pop_back();
        }
        if (way.empty()) return tree;
    }
}

}  // namespace tarazy
