#pragma once

#include "simulate/bargain/bdm_run.hpp"
#include "simulate/bargain/smp_options.hpp"
#include "simulate/ensemble/model_kinds.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// What an ensemble asks of a bargaining model.
struct BargainModelOptions {
    bool expected_utility = false;  ///< the model of one issue, instead of the spatial one
    SmpOptions smp = {};
    BdmOptions bdm = {};
    std::vector<std::string> outcomes = {};  ///< some of `bargain_outcomes`; all but positions when empty
};

/// Outcomes that a run can give: `mean_ISSUE` and `median_ISSUE` (with one issue `mean`, `median`), `turns`,
/// `converged` (1 or 0) and `position_ACTOR_ISSUE`, all of the last turn.
[[nodiscard]] std::vector<std::string> bargain_outcomes(const BargainActors& actors);

/// Inputs named as `named_cells` names them stand in the place of the actors' numbers, saliences as shares of 1; others
/// are nobody's. Each year is a run of its own from the numbers of that year. A run whose numbers no model can take
/// (`are_usable`) has no outcomes. @pre outcomes are known; one issue for the expected utility model
[[nodiscard]] Model bargain_model(const BargainActors& actors, const std::vector<std::string>& inputs,
                                  const BargainModelOptions& options);

// `[model]` with `kind = "smp"` or `"bdm"`: `actors` (a file beside the scenario, .csv), or `issues` and tables
// `[[model.actor]]` with `name`, `capability`, `position`, `salience`; `issue`, `range`, `salience_scale`, `outcomes`;
// the choices of `smp_choices`, `max_turns`, `ktab_compat`; `variant`, `rounds`, `status_quo`. An input whose name
// begins as that of a cell must be one, and one that no trend and no shock names must be one, too.
[[nodiscard]] Model read_smp_model(const ModelSection& section);
[[nodiscard]] Model read_bdm_model(const ModelSection& section);

}  // namespace tarazy
