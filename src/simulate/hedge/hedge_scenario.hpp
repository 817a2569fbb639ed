#pragma once

#include "simulate/ensemble/model_kinds.hpp"

namespace tarazy {

/// Reads the table `[model]` with `kind = "hedge"` of a scenario file (docs/simulate-hedge.md says its keys): the
/// alignment model of one state whose numbers are given or are inputs of the scenario.
///
/// Each year the state chooses a profile (`choose_profile`), whose expected shares are the profile of the year and the
/// previous one of the next; poles then adapt their pressure, and guarantees may fail. Outcomes: `share_<pole>`,
/// `autonomy`, `balance`, `hhi`, `max_share`, `room`, `coercion_<pole>`, `guarantee_<pole>`, `crisis_year`, `crisis`.
/// A year whose numbers are no profile or lie outside of the bounds of `hedge_parameters()` is NaN with all after it.
///
/// @return a model without outcomes or function when something is wrong, which is told in the diagnostics
[[nodiscard]] Model read_hedge_model(const ModelSection& section);

}  // namespace tarazy
