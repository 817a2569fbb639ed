#pragma once

#include "simulate/ensemble/model.hpp"
#include "simulate/games/assurance_game.hpp"

#include <string>
#include <vector>

namespace tarazy {

struct ModelSection;

struct AssuranceModelOptions {
    AssuranceGame game = {};                     ///< numbers that no input moves
    double lambda = 4;                           ///< the same
    std::vector<std::string> outcomes = {};      ///< of `assurance_quantities`; empty = all
    std::vector<std::string> other_inputs = {};  ///< that trends and shocks use, and the game does not
};

/// The assurance game as a model of ensembles. Inputs are named like the game's numbers (`assurance_parameters`) and
/// `lambda`. A year whose numbers are out of their ranges (a probability above 1, say) has no outcome: NaN.
/// @throws UsageError for an input or outcome that the game does not have, with the nearest
[[nodiscard]] Model assurance_model(const std::vector<std::string>& inputs, const AssuranceModelOptions& options = {});

/// The same from `[model]` with `kind = "assure"`: `outcomes`, `other_inputs`, `lambda` and the table `game`.
[[nodiscard]] Model read_assurance_model(const ModelSection& section);

}  // namespace tarazy
