#pragma once

#include "base/work.hpp"
#include "simulate/games/assurance_game.hpp"
#include "simulate/games/logit_branch.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What the answer to an assurance game says, by name.
struct AssuranceQuantity {
    std::string_view name;
    std::string_view meaning;
};
/// In a fixed order:
///
/// assure_given_resolved, assure_given_unresolved   the guarantor's message
/// forgo_given_assure, forgo_given_silent           the state's answer
/// press_given_assure, press_given_silent           the challenger's, once the state forwent
/// honour_given_assure, honour_given_silent         of a guarantor that is pressed, as the challenger expects it
/// honour_<resolved|unresolved>_<assured|silent>    the same of one type
/// resolved_given_assure, resolved_given_silent     what state and challenger believe
/// effect_of_assurance_on_<forgo|press|honour>      given assure less given silent
/// forgo, pressed, honoured, abandoned              over the whole game
/// payoff_guarantor, payoff_state, payoff_challenger
/// worth_of_assurance_to_state                      what the state expects having been assured, less having heard
/// nothing
[[nodiscard]] const std::vector<AssuranceQuantity>& assurance_quantities();
/// Its place among them. @pre it is one
[[nodiscard]] std::size_t assurance_quantity_place(std::string_view name);

/// The quantities at a point of the branch, in their order. Conditional ones are given the message, even where nobody
/// is expected to send it: beliefs are limits then.
[[nodiscard]] std::vector<double> assurance_answer(const GameValues& values, const LogitPoint& point);

/// One game: the point of the branch at each lambda, and what it says. Missing where the branch does not come there.
struct AssuranceSolution {
    LogitBranch branch;
    std::vector<std::vector<double>> answers;  ///< by lambda; NaN where the branch does not come there
};
/// @throws UsageError when a number of the game or a lambda is out of its range
[[nodiscard]] AssuranceSolution solve_assurance(const AssuranceGame& game, const std::vector<double>& lambdas,
                                                const Work& work = {});

}  // namespace tarazy
