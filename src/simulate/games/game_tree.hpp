#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A number of a game as it is written, so that thirds stay thirds in a file, and its value.
struct GameNumber {
    double value = 0;
    std::string text = "0";
};
/// With at most 15 significant digits, as `number_text` writes it.
[[nodiscard]] GameNumber game_number(double value);
/// The whole of the text: `3/10`, `-0.5`, `.5`, `1e-3`; else nothing. A denominator is not 0.
[[nodiscard]] std::optional<GameNumber> parse_game_number(std::string_view text);

/// What a player knows when moving: all nodes of a set look the same.
struct InformationSet {
    std::size_t player = 0;
    std::string label = {};
    std::vector<std::string> moves = {};
};

/// A move of chance; its probabilities sum to 1.
struct ChanceSet {
    std::string label = {};
    std::vector<std::string> moves = {};
    std::vector<GameNumber> probabilities = {};
};

/// Payoffs, one a player.
struct GameOutcome {
    std::string label = {};
    std::vector<GameNumber> payoffs = {};
};

enum class GameNodeKind { terminal, personal, chance };

struct GameNode {
    GameNodeKind kind = GameNodeKind::terminal;
    std::size_t set = 0;                      ///< in `sets` or `chances`
    std::optional<std::size_t> outcome = {};  ///< added to what came on the way here
    std::optional<std::size_t> parent = {};   ///< none for the root
    std::size_t move = 0;                     ///< of the parent, that leads here
    std::vector<std::size_t> children = {};   ///< one a move
    std::string label = {};
};

/// A finite extensive game. Nodes stand in tree order (depth first): the root is node 0, and the nodes below a node
/// follow it without a gap. Sets stand in the order in which the tree meets them.
struct ExtensiveGame {
    std::string title = {}, comment = {};
    std::vector<std::string> players = {};
    std::vector<InformationSet> sets = {};
    std::vector<ChanceSet> chances = {};
    std::vector<GameOutcome> outcomes = {};
    std::vector<GameNode> nodes = {};
};

constexpr std::size_t most_game_nodes = 200'000;
constexpr std::size_t most_game_players = 100;

/// Adds a node below `parent` (the root without one), as its next child. Nodes must be added in tree order.
/// @throws LimitError beyond `most_game_nodes`
std::size_t add_game_node(ExtensiveGame& game, GameNode node);

/// The moves on the way to a node, chance's among them, from the root on. O(depth).
[[nodiscard]] std::vector<std::string> way_to(const ExtensiveGame& game, std::size_t node);

/// The first node of each set whose owner does not have perfect recall there: two nodes of the set were reached by
/// different moves or knowledge of that player (Kuhn 1953), so that the set forgets something. O(nodes log nodes).
[[nodiscard]] std::vector<std::size_t> nodes_without_recall(const ExtensiveGame& game);

/// Every move of every information set has a column: player by player, sets in tree order within a player.
struct MoveColumns {
    std::vector<std::size_t> first;  ///< column of the first move of each set
    std::vector<std::size_t> sets;   ///< the sets in the order of their columns
    std::vector<std::string> names;  ///< of each column: `Forgo|Assure`, `P1.C`
    [[nodiscard]] std::size_t count() const noexcept { return names.size(); }
};
/// Names are unique: `move|label` where the set has a label; else `player.move` where it is the player's only set; else
/// `move|moves that every way to the set has in common`; else `player.number.move`, numbered in tree order.
[[nodiscard]] MoveColumns move_columns(const ExtensiveGame& game);

}  // namespace tarazy
