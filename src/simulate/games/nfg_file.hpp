#pragma once

#include "simulate/games/game_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A game in strategic form.
struct StrategicGame {
    std::string title = {}, comment = {};
    std::vector<std::string> players = {};
    std::vector<std::vector<std::string>> strategies = {};  ///< names, by player; `1`, `2`, ... where the file has none
    /// Payoffs by profile of strategies, one a player; the first player's strategy runs fastest.
    std::vector<std::vector<GameNumber>> payoffs = {};

    [[nodiscard]] std::size_t profiles() const noexcept { return payoffs.size(); }
};

/// Reads a game in strategic form in Gambit's text form (`NFG 1 R`): with payoffs, or with outcomes and their numbers.
/// @throws InputError with all that is wrong; LimitError where its tree would have more than `most_game_nodes`
[[nodiscard]] StrategicGame read_nfg(std::string_view text, const std::string& path);

/// The game in that form, with payoffs; reads back as itself, and in Gambit.
[[nodiscard]] std::string nfg_text(const StrategicGame& game);

/// The same game as a tree: one player after the other moves, none of whom knows what the others did.
/// @throws LimitError beyond `most_game_nodes`
[[nodiscard]] ExtensiveGame tree_of(const StrategicGame& game);

}  // namespace tarazy
