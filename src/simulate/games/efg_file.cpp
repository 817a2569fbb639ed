#include "simulate/games/efg_file.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "simulate/games/game_scanner.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t most_set_number = 1'000'000'000;
constexpr double probability_slack = 1e-9;

std::vector<std::string> texts_of(const std::vector<GameToken>& tokens) {
    std::vector<std::string> texts;
    for (const GameToken& token : tokens) texts.push_back(token.text);
    return texts;
}

class EfgReader {
public:
    EfgReader(std::string_view text, const std::string& path) : scanner_(text, path, diagnostics_) {}

    GameRead read() {
        read_head();
        while (!open_.empty() || read_.game.nodes.empty()) {
            if (scanner_.next_is(GameTokenKind::end)) break;
            read_node();
        }
        if (!open_.empty() || read_.game.nodes.empty()) tell_unfinished();
        if (!scanner_.next_is(GameTokenKind::end))
            scanner_.problem(scanner_.peek(), "the tree is complete, and more follows",
                             "every node has as many nodes below it as moves: take the rest out, or add moves");
        tell_forgetful_sets();
        diagnostics_.throw_if_any();
        return std::move(read_);
    }

private:
    void read_head() {
        const GameToken head = scanner_.take();
        if (head.kind != GameTokenKind::word || head.text != "EFG")
            scanner_.fail(head, "this is no extensive game", "let the file begin with EFG 2 R \"title\"");
        const GameToken version = scanner_.take();
        if (version.text != "2") scanner_.fail(version, "the version is not 2", "let the file begin with EFG 2 R");
        const GameToken numbers = scanner_.take();
        if (numbers.text != "R" && numbers.text != "D")
            scanner_.fail(numbers, "behind EFG 2 stands neither R nor D", "let the file begin with EFG 2 R");
        read_.game.title = scanner_.need(GameTokenKind::text, "the title in quotes").text;
        const GameToken at = scanner_.peek();
        read_.game.players = texts_of(scanner_.texts_in_braces("the players in quotes"));
        if (read_.game.players.size() > most_game_players)
            scanner_.fail(at, "the game has " + std::to_string(read_.game.players.size()) + " players",
                          "at most " + std::to_string(most_game_players) + " can be read");
        if (scanner_.next_is(GameTokenKind::text)) read_.game.comment = scanner_.take().text;
    }

    void read_node() {
        const GameToken kind = scanner_.need(GameTokenKind::word, "a node: c, p or t");
        GameNode node;
        node.label = scanner_.need(GameTokenKind::text, "the node's name in quotes").text;
        if (!open_.empty()) node.parent = open_.back();
        std::size_t moves = 0;
        if (kind.text == "c") {
            node.kind = GameNodeKind::chance;
            node.set = chance_set(kind);
            moves = read_.game.chances[node.set].moves.size();
        } else if (kind.text == "p") {
            node.kind = GameNodeKind::personal;
            node.set = personal_set();
            moves = read_.game.sets[node.set].moves.size();
        } else if (kind.text != "t") {
            scanner_.fail(kind, "'" + kind.text + "' is no node", "write c (chance), p (a player) or t (the end)");
        }
        node.outcome = outcome();
        const bool inner = node.kind != GameNodeKind::terminal;
        if (inner && moves == 0) scanner_.fail(kind, "the node has no move", "give it moves, or make it a t");
        places_.push_back(kind);
        const std::size_t number = add_game_node(read_.game, std::move(node));
        if (inner) {
            open_.push_back(number);
            return;
        }
        while (!open_.empty() && full(open_.back())) open_.pop_back();
    }

    [[nodiscard]] bool full(std::size_t number) const {
        const GameNode& node = read_.game.nodes[number];
        return node.children.size() == (node.kind == GameNodeKind::chance ? read_.game.chances[node.set].moves.size()
                                                                          : read_.game.sets[node.set].moves.size());
    }

    void tell_unfinished() {
        if (read_.game.nodes.empty())
            scanner_.fail(scanner_.peek(), "the game has no node", "write the tree, from its root on");
        const GameNode& node = read_.game.nodes[open_.back()];
        const std::vector<std::string>& moves =
            node.kind == GameNodeKind::chance ? read_.game.chances[node.set].moves : read_.game.sets[node.set].moves;
        scanner_.fail(places_[open_.back()],
                      node.children.empty() ? "the node has moves and nothing below it"
                                            : "nothing follows the node's move '" + moves[node.children.size()] + "'",
                      "write a node for each move, in their order, or make it a t");
    }

    std::size_t chance_set(const GameToken& at) {
        const std::size_t number = scanner_.whole_number("the number of the chance move", 1, most_set_number);
        const GameToken label = optional_text();
        const bool with_moves = scanner_.next_is(GameTokenKind::open);
        ChanceSet set;
        set.label = label.text;
        const GameToken place = scanner_.peek();
        if (with_moves) read_chances(set);
        const auto [found, fresh] = chance_numbers_.try_emplace(number, read_.game.chances.size());
        if (fresh) {
            if (!with_moves)
                scanner_.fail(at, "chance move " + std::to_string(number) + " has no moves",
                              "write them where it stands first: { \"left\" 1/2 \"right\" 1/2 }");
            check_chances(place, set);
            read_.game.chances.push_back(std::move(set));
        } else if (with_moves) {
            const ChanceSet& first = read_.game.chances[found->second];
            const bool same = first.moves == set.moves && std::ranges::equal(first.probabilities, set.probabilities, {},
                                                                             &GameNumber::value, &GameNumber::value);
            if (!same)
                scanner_.problem(place, "chance move " + std::to_string(number) + " stood before with other moves",
                                 "give it a number of its own, or the same moves and probabilities");
        }
        return found->second;
    }

    void read_chances(ChanceSet& set) {
        scanner_.take();
        while (!scanner_.next_is(GameTokenKind::close)) {
            set.moves.push_back(scanner_.need(GameTokenKind::text, "a move in quotes or }").text);
            const GameToken token = scanner_.need(GameTokenKind::word, "the probability of the move");
            GameNumber number = number_of(token, "the probability");
            if (number.value < 0 || number.value > 1)
                scanner_.problem(token, "the probability of '" + set.moves.back() + "' is " + token.text,
                                 "write a number from 0 to 1");
            set.probabilities.push_back(std::move(number));
        }
        scanner_.take();
    }

    void check_chances(const GameToken& at, const ChanceSet& set) {
        double sum = 0;
        for (std::size_t i = 0; i < set.moves.size(); ++i) {
            sum += set.probabilities[i].value;
            if (set.probabilities[i].value == 0)
                read_.notes.push_back("line " + std::to_string(at.line) + ": chance never moves '" + set.moves[i] +
                                      "' (probability 0); beliefs and answers below it are those of a probability "
                                      "that goes to 0");
        }
        if (!set.moves.empty() && std::abs(sum - 1) > probability_slack)
            scanner_.problem(at, "the probabilities sum to " + number_text(sum), "let them sum to 1");
    }

    std::size_t personal_set() {
        const GameToken at = scanner_.peek();
        if (read_.game.players.empty()) scanner_.fail(at, "a player moves, and the game has none", "name the players");
        const std::size_t player = scanner_.whole_number("the player's number", 1, read_.game.players.size()) - 1;
        const std::size_t number = scanner_.whole_number("the number of the information set", 1, most_set_number);
        const GameToken label = optional_text();
        const GameToken place = scanner_.peek();
        const bool with_moves = scanner_.next_is(GameTokenKind::open);
        std::vector<std::string> moves;
        if (with_moves) moves = texts_of(scanner_.texts_in_braces("a move in quotes"));
        const auto [found, fresh] = set_numbers_.try_emplace({player, number}, read_.game.sets.size());
        if (fresh) {
            if (!with_moves)
                scanner_.fail(at, "information set " + std::to_string(number) + " has no moves",
                              "write them where it stands first: { \"left\" \"right\" }");
            read_.game.sets.push_back({player, label.text, std::move(moves)});
        } else if (with_moves && read_.game.sets[found->second].moves != moves) {
            scanner_.problem(place,
                             "information set " + std::to_string(number) + " of " + read_.game.players[player] +
                                 " has the moves " + joined(moves, ", ") + " here and " +
                                 joined(read_.game.sets[found->second].moves, ", ") + " before",
                             "who cannot tell two nodes apart has the same moves at both: give this one a number of "
                             "its own, or the same moves");
        }
        return found->second;
    }

    std::optional<std::size_t> outcome() {
        const std::size_t number = scanner_.whole_number("the number of the outcome (0 = none)", 0, most_set_number);
        const GameToken label = optional_text();
        if (number == 0) {
            // Some programs write empty names, and zeros, behind the outcome 0.
            if (scanner_.next_is(GameTokenKind::open)) scanner_.words_in_braces("payoffs");
            return std::nullopt;
        }
        const GameToken place = scanner_.peek();
        const bool with_payoffs = scanner_.next_is(GameTokenKind::open);
        GameOutcome outcome{label.text, {}};
        if (with_payoffs) {
            for (const GameToken& token : scanner_.words_in_braces("payoffs"))
                outcome.payoffs.push_back(number_of(token, "the payoff"));
            if (outcome.payoffs.size() != read_.game.players.size())
                scanner_.problem(place,
                                 std::to_string(outcome.payoffs.size()) + " payoffs for " +
                                     std::to_string(read_.game.players.size()) + " players",
                                 "write one payoff for each player, in their order");
            outcome.payoffs.resize(read_.game.players.size());
        }
        const auto [found, fresh] = outcome_numbers_.try_emplace(number, read_.game.outcomes.size());
        if (fresh) {
            if (!with_payoffs)
                scanner_.problem(place, "outcome " + std::to_string(number) + " has no payoffs",
                                 "write them where it stands first: { 1, 0 }");
            outcome.payoffs.resize(read_.game.players.size());
            read_.game.outcomes.push_back(std::move(outcome));
        } else if (with_payoffs && !std::ranges::equal(read_.game.outcomes[found->second].payoffs, outcome.payoffs, {},
                                                       &GameNumber::value, &GameNumber::value)) {
            scanner_.problem(place, "outcome " + std::to_string(number) + " stood before with other payoffs",
                             "give it a number of its own, or the same payoffs");
        }
        return found->second;
    }

    GameToken optional_text() { return scanner_.next_is(GameTokenKind::text) ? scanner_.take() : GameToken{}; }

    GameNumber number_of(const GameToken& token, const std::string& what) {
        const std::optional<GameNumber> number = parse_game_number(token.text);
        if (!number) scanner_.problem(token, what + " is '" + token.text + "'", "write a number: 0.5, 1/2, -3");
        return number.value_or(GameNumber{});
    }

    void tell_forgetful_sets() {
        if (!diagnostics_.empty()) return;
        for (const std::size_t node : nodes_without_recall(read_.game))
            scanner_.problem(places_[node],
                             read_.game.players[read_.game.sets[read_.game.nodes[node].set].player] +
                                 " forgets here what was known or done before (the same information set is reached "
                                 "by other own moves)",
                             "give the node an information set of its own; without perfect recall there is no answer");
    }

    Diagnostics diagnostics_;
    GameScanner scanner_;
    GameRead read_;
    std::vector<std::size_t> open_;  ///< inner nodes that wait for nodes below them
    std::vector<GameToken> places_;  ///< of each node
    std::map<std::size_t, std::size_t> chance_numbers_, outcome_numbers_;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> set_numbers_;
};

template <typename Items, typename TextOf>
std::string braced(const Items& items, TextOf text_of) {
    return "{ " + joined(items, " ", text_of) + (items.empty() ? "}" : " }");
}

std::string outcome_text(const ExtensiveGame& game, const GameNode& node) {
    if (!node.outcome) return " 0";
    const GameOutcome& outcome = game.outcomes[*node.outcome];
    return " " + std::to_string(*node.outcome + 1) + " " + game_text(outcome.label) + " { " +
           joined(outcome.payoffs, ", ", [](const GameNumber& payoff) { return payoff.text; }) + " }";
}

}  // namespace

GameRead read_efg(std::string_view text, const std::string& path) {
    return EfgReader(text, path).read();
}

std::string efg_text(const ExtensiveGame& game) {
    std::string text = "EFG 2 R " + game_text(game.title) + " " + braced(game.players, game_text) + "\n";
    if (!game.comment.empty()) text += game_text(game.comment) + "\n";
    text += "\n";
    std::vector<std::size_t> number(game.sets.size());  // Gambit numbers the sets of each player from 1
    std::vector<std::size_t> sets_of(game.players.size());
    for (std::size_t s = 0; s < game.sets.size(); ++s) number[s] = ++sets_of[game.sets[s].player];
    for (const GameNode& node : game.nodes) {
        if (node.kind == GameNodeKind::terminal) text += "t " + game_text(node.label);
        if (node.kind == GameNodeKind::chance) {
            const ChanceSet& set = game.chances[node.set];
            text +=
                "c " + game_text(node.label) + " " + std::to_string(node.set + 1) + " " + game_text(set.label) + " {";
            for (std::size_t i = 0; i < set.moves.size(); ++i)
                text += " " + game_text(set.moves[i]) + " " + set.probabilities[i].text;
            text += " }";
        }
        if (node.kind == GameNodeKind::personal) {
            const InformationSet& set = game.sets[node.set];
            text += "p " + game_text(node.label) + " " + std::to_string(set.player + 1) + " " +
                    std::to_string(number[node.set]) + " " + game_text(set.label) + " " + braced(set.moves, game_text);
        }
        text += outcome_text(game, node) + "\n";
    }
    return text;
}

}  // namespace tarazy
