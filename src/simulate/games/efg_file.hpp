#pragma once

#include "simulate/games/game_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A game that was read, and what a reader of the results should know about it, a sentence each.
struct GameRead {
    ExtensiveGame game;
    std::vector<std::string> notes = {};
};

/// Reads an extensive game in Gambit's text form (`EFG 2 R`, Gambit's documentation, "The extensive game (.efg) file
/// format"). Refused with their places, all at once: sets whose nodes differ in their moves, sets without recall,
/// payoffs that are not one a player, probabilities that do not sum to 1, nodes without children, outcomes with two
/// meanings. A move of chance with probability 0 is read and noted: what lies below it is reached in the limit alone.
/// @throws InputError with all that is wrong; LimitError beyond `most_game_nodes`
[[nodiscard]] GameRead read_efg(std::string_view text, const std::string& path);

/// The game in that form; reads back as itself, and in Gambit.
[[nodiscard]] std::string efg_text(const ExtensiveGame& game);

}  // namespace tarazy
