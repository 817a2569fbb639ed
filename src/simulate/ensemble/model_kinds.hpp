#pragma once

#include "base/error.hpp"
#include "io/toml_document.hpp"
#include "simulate/ensemble/model.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// The table `[model]` of a scenario, for those who make a model of it.
struct ModelSection {
    const TomlValue& table;
    const std::string& path;                 ///< of the scenario, for messages and for files beside it
    const std::vector<std::string>& inputs;  ///< names of the scenario's inputs: the model takes all of them, in order
    int first_year = 0;
    Diagnostics& diagnostics;
    const std::vector<std::string>& used_elsewhere;  ///< inputs that trends and shocks name
};

/// The model that `kind` names, formulas without one. What is wrong is told in the diagnostics; the model may then lack
/// outcomes and must not be run.
[[nodiscard]] Model read_model_of_kind(const ModelSection& section);

}  // namespace tarazy
