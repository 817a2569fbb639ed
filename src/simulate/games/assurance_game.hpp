#pragma once

#include "base/error.hpp"
#include "io/toml_document.hpp"
#include "simulate/games/game_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A game about a security assurance. Chance decides whether the guarantor is resolved (probability p). The guarantor,
/// who knows it, assures or stays silent. The state that is to give something up sees the message alone: it forgoes or
/// it hedges, which ends the game. The challenger sees the message and that the state forwent: it presses or refrains.
/// When pressed, the guarantor honours or reneges; having assured, reneging costs what its audience takes for it.
///
/// What a resolved guarantor differs in is the payoff of honouring. Grounds: commitment problems (Fearon 1995; Powell
/// 2006), audience costs and signals (Fearon 1994, 1997).
struct AssuranceGame {
    double p = 0.3;              ///< that the guarantor is resolved; 0 and 1 are allowed
    double signal_cost = 0.2;    ///< to the guarantor, of assuring
    double audience_cost = 0.6;  ///< to the guarantor, of reneging after an assurance
    double guarantor_honours_resolved = -0.5, guarantor_honours_unresolved = -2.5, guarantor_reneges = -1,
           guarantor_unpressed = 0, guarantor_hedged = -0.4;
    double state_honoured = 0.6, state_abandoned = -1.5, state_unpressed = 1, state_hedged = 0.2;
    double challenger_honoured = -1.2, challenger_abandoned = 1, challenger_unpressed = 0, challenger_hedged = -0.2;
};

/// A number of the game by its name.
struct AssuranceParameter {
    std::string_view name;
    double AssuranceGame::*member;
    double least, most;  ///< allowed
    std::string_view meaning;
};
/// All of them, `p` first.
[[nodiscard]] const std::vector<AssuranceParameter>& assurance_parameters();
/// The parameter of that name, or none.
[[nodiscard]] const AssuranceParameter* assurance_parameter(std::string_view name);

/// @throws UsageError that names the number that is out of its range
void check_assurance_game(const AssuranceGame& game);

/// Places of the moves among the columns of `move_columns` of the game below.
enum AssuranceColumn : std::size_t {
    assure_resolved = 0,
    honour_resolved_assured = 2,
    honour_resolved_silent = 4,
    assure_unresolved = 6,
    honour_unresolved_assured = 8,
    honour_unresolved_silent = 10,
    forgo_assured = 12,
    forgo_silent = 14,
    press_assured = 16,
    press_silent = 18,
    assurance_columns = 20,
};

/// The game as a tree of 31 nodes; its columns are named `Assure|R`, `Honour|R.Assure`, `Forgo|Assure`, `Press|Assure`.
[[nodiscard]] ExtensiveGame assurance_tree(const AssuranceGame& game);

/// Numbers of the game from a table whose keys are their names; what is not given stays as it is. `title`,
/// `description` and `source` may stand in it too. What is wrong goes to `diagnostics`.
[[nodiscard]] AssuranceGame assurance_numbers(const TomlValue& table, const std::string& path,
                                              Diagnostics& diagnostics);

/// Reads the table `[game]` of a TOML or JSON file, as above. @throws InputError with all that is wrong
[[nodiscard]] AssuranceGame read_assurance_game(std::string_view text, const std::string& path);

}  // namespace tarazy
