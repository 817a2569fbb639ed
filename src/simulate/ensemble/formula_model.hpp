#pragma once

#include "simulate/ensemble/model.hpp"
#include "simulate/ensemble/model_kinds.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// A model whose outcomes are formulas, computed in their order: a formula may use the inputs and the outcomes before
/// it, and `lag` of any. @param outcomes  names and formulas; @param first_year  what `year` is in the first year
/// @throws UsageError of `Formula`, with the outcome's name before it
[[nodiscard]] Model formula_model(const std::vector<std::string>& inputs,
                                  const std::vector<std::pair<std::string, std::string>>& outcomes, double first_year);

/// A model of formulas as `[model.outcomes]` writes it: names and formulas. Wrong formulas are told each at its place.
[[nodiscard]] Model read_formula_model(const ModelSection& section);

}  // namespace tarazy
